import Glibc

/// A file that holds one secret, as container engines mount them.
enum SecretFile {
    /// Longer than any password or key; what is longer is not a secret but a wrong path.
    private static let limit = 4096

    /// Why there is no secret, so that it goes on after the file's name: "cannot be read: …".
    struct Unusable: Error {
        let reason: String
    }

    /// The first line, without its end, of the file that a setting names.
    ///
    /// - Throws: `SettingsError` for `key` when there is none, or it is empty: a service that goes on without a password
    ///   that it was meant to have would fail later, for a reason that nobody understands.
    static func read(_ path: String, key: String) throws(SettingsError) -> String {
        do {
            return try read(path)
        } catch {
            throw SettingsError(key: key, reason: "names \(path), which \(error.reason)")
        }
    }

    /// The file's first line, without its end.
    ///
    /// - Throws: `Unusable` when there is none, or it is empty.
    static func read(_ path: String) throws(Unusable) -> String {
        guard let file = fopen(path, "re") else {
            throw Unusable(reason: "cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        let count = fread(&bytes, 1, bytes.count, file)
        guard count > 0, count <= limit else {
            throw Unusable(reason: "is empty, a folder or too large for a secret")
        }
        let line = bytes[..<count].prefix { $0 != 10 && $0 != 13 }
        guard !line.isEmpty else { throw Unusable(reason: "has nothing in its first line") }
        return String(decoding: line, as: UTF8.self)
    }
}
