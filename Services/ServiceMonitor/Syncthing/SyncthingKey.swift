import FactoryCore
import Glibc

/// Where the API key comes from. A file is read at each use: Syncthing may make it later than we start.
enum SyncthingKey: Sendable, Hashable {
    case none
    case text(String)
    /// A file with the key in its first line, or Syncthing's own `config.xml`.
    case file(String)

    private static let sizeLimit = 1 << 20

    /// - Throws: `SyncthingError` that names the file, and nothing of what is in it.
    func value() throws(SyncthingError) -> String? {
        switch self {
        case .none: return nil
        case .text(let key): return key
        case .file(let path):
            guard let key = Self.key(in: try Self.text(path)) else {
                throw SyncthingError("SYNCTHING_API_KEY_FILE names \(path), in which there is no API key")
            }
            return key
        }
    }

    /// The key in what a file holds; nil where there is none.
    static func key(in text: String) -> String? {
        if text.contains("<configuration") {
            guard let start = text.range(of: "<apikey>"), let end = text.range(of: "</apikey>", after: start.upperBound)
            else { return nil }
            return usable(String(text[start.upperBound..<end.lowerBound]))
        }
        return usable(String(text.prefix { !$0.isNewline }))
    }

    private static func usable(_ key: String) -> String? {
        let isUsable = !key.isEmpty && key.utf8.allSatisfy { (33...126).contains($0) }
        return isUsable ? key : nil
    }

    private static func text(_ path: String) throws(SyncthingError) -> String {
        guard let file = fopen(path, "re") else {
            let reason = String(cString: strerror(errno))
            throw SyncthingError("SYNCTHING_API_KEY_FILE names \(path), which cannot be read: \(reason)")
        }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: sizeLimit)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}

extension String {
    /// Where `text` stands first, from `start` on.
    fileprivate func range(of text: String, after start: Index? = nil) -> Range<Index>? {
        self[(start ?? startIndex)...].firstRange(of: text)
    }
}
