import FactoryCore
import Glibc

/// A folder for the lists that rclone is given; it goes with its owner.
final class WorkFolder: Sendable {
    let path: String

    init() throws(FileError) {
        let base = ProcessEnvironment.current["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
        var template = Array("\(base)/photo-factory-backup-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileError("make a folder in", base) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        guard let folder = try? Folder.open(path), let listing = try? FolderListing(folder) else { return }
        while let name = try? listing.next() { try? folder.unlink(name) }
        rmdir(path)
    }

    /// - Returns: the file's path.
    func write(_ bytes: [UInt8], to name: String) throws(FileError) -> String {
        let folder = try Folder.open(path)
        let file = try folder.createFile(Array(name.utf8))
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file.descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                throw FileError("write", "\(path)/\(name)")
            }
            rest = rest.dropFirst(count)
        }
        return "\(path)/\(name)"
    }
}
