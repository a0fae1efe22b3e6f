import FactoryCore
import Glibc

/// Keeps Syncthing from taking the librarian's own files in the inbox for something to sync, or to revert.
enum SyncthingPatterns {
    static let name = Array(".stignore".utf8)
    static let pattern = "(?d).photo-factory*"
    private static let marker = Array(".stfolder".utf8)
    private static let sizeLimit = 1 << 20

    /// Adds the pattern to the inbox's `.stignore` where the inbox is a Syncthing folder and the pattern is missing.
    static func protect(_ inbox: Folder) throws(FileError) {
        guard try inbox.stamp(marker) != nil else { return }
        let file = try inbox.openForAppending(name)
        guard let addition = addition(to: try content(of: file, inbox)) else { return }
        guard write(file.descriptor, addition, addition.count) == addition.count else {
            throw FileError("write", inbox.pathText(name))
        }
    }

    /// What has to be appended to the patterns that there are; nil when ours is among them.
    static func addition(to patterns: [UInt8]) -> [UInt8]? {
        let lines = patterns.split(whereSeparator: { $0 == 10 || $0 == 13 })
        guard !lines.contains(where: { $0.elementsEqual(pattern.utf8) }) else { return nil }
        let lineBreak = patterns.isEmpty || patterns.last == 10 ? "" : "\n"
        return Array("\(lineBreak)\(pattern)\n".utf8)
    }

    private static func content(of file: OpenFile, _ inbox: Folder) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: sizeLimit)
        let count = pread(file.descriptor, &bytes, bytes.count, 0)
        guard count >= 0 else { throw FileError("read", inbox.pathText(name)) }
        return Array(bytes.prefix(count))
    }
}
