import FactoryCore
import Glibc

/// A small file in a journal's folder that is always replaced as a whole. It is kept where that folder exists and can be
/// written, and done without elsewhere.
struct JournalNote: Sendable {
    private let folder: Folder?
    private let name: [UInt8]

    init(_ name: String, storage: Folder?, librarian: String) {
        folder = try? storage?.folder(["Journal", librarian].map { Array($0.utf8) })
        self.name = Array(name.utf8)
    }

    /// Its bytes; nil where there is none or it cannot be read.
    func read() -> [UInt8]? {
        guard let folder, let file = try? folder.openFile(name), let size = try? file.stamp(folder.path).size else {
            return nil
        }
        return try? FileByteSource(descriptor: file.descriptor, size: size).read(at: 0, count: size)
    }

    /// Replaces what is there.
    ///
    /// - Returns: whether there was a folder to keep it in.
    @discardableResult
    func write(_ bytes: [UInt8]) throws(FileError) -> Bool {
        guard let folder else { return false }
        let temporary = name + Array(".\(getpid())".utf8)
        if try folder.stamp(temporary) != nil { try folder.unlink(temporary) }
        let file = try folder.createFile(temporary)
        guard Glibc.write(file.descriptor, bytes, bytes.count) == bytes.count else {
            throw FileError("write", folder.pathText(temporary))
        }
        try file.sync(folder.pathText(temporary))
        try folder.moveAside(temporary, to: folder, as: name)
        return true
    }

    func remove() throws(FileError) {
        guard let folder, try folder.stamp(name) != nil else { return }
        try folder.unlink(name)
    }
}
