import FactoryCore
import Glibc

/// The file in inbox and Storage whose first line is the vault id. What follows the first line is for people.
struct VaultFile {
    static let name = Array(".photo-factory-vault".utf8)
    /// Far more than two lines.
    private static let sizeLimit = 4096

    let id: VaultID
    /// How long the first line is without its end; what is said about the lock begins there.
    let lineLength: Int
    let stamp: FileStamp

    /// Reads a folder's id; nil where there is none.
    ///
    /// - Throws: `Obstacle` when the first line is no id, `FileError` when the file cannot be read.
    static func read(in folder: Folder) throws -> VaultFile? {
        do {
            return try read(folder.openFile(name), folder.pathText(name))
        } catch let error as FileError where error.isMissing {
            return nil
        }
    }

    /// Writes a folder's id so that a power cut leaves either the whole file or none.
    ///
    /// - Parameter isReplacing: whether another id may be there, which goes.
    /// - Throws: `FileError` that `isTaken` when there is a file already and it may not be replaced.
    static func write(_ id: VaultID, in folder: Folder, isReplacing: Bool = false) throws(FileError) {
        let temporary = name + Array("-\(UInt64.random(in: .min ... .max))".utf8)
        do {
            try fill(folder.createFile(temporary), with: id, folder.pathText(temporary))
            try move(temporary, in: folder, isReplacing: isReplacing)
        } catch {
            try? folder.unlink(temporary)
            throw error
        }
        try folder.file.sync(folder.path)
    }

    private static func read(_ file: OpenFile, _ path: String) throws -> VaultFile {
        var bytes = [UInt8](repeating: 0, count: sizeLimit)
        let count = pread(file.descriptor, &bytes, bytes.count, 0)
        guard count >= 0 else { throw FileError("read", path) }
        let line = bytes.prefix(count).prefix { $0 != 10 }
        let text = String(decoding: line, as: UTF8.self)
        guard let id = VaultID(hex: text.hasSuffix("\r") ? String(text.dropLast()) : text) else {
            throw Obstacle(
                """
                the first line of \(path) is no vault id: restore it, or remove the file and run `librarian adopt`
                """)
        }
        return VaultFile(id: id, lineLength: line.count, stamp: try file.stamp(path))
    }

    private static func fill(_ file: OpenFile, with id: VaultID, _ path: String) throws(FileError) {
        let line = Array("\(id.hex)\n".utf8)
        // Whoever else works in the folder may read it; who may not is refused a lock with a clear sentence.
        fchmod(file.descriptor, 0o644)
        guard Glibc.write(file.descriptor, line, line.count) == line.count else { throw FileError("write", path) }
        try file.sync(path)
    }

    private static func move(_ temporary: [UInt8], in folder: Folder, isReplacing: Bool) throws(FileError) {
        if isReplacing { return try folder.moveAside(temporary, to: folder, as: name) }
        do {
            try folder.move(temporary, to: folder, as: name)
        } catch  where error.crossesMounts {
            // A share that knows no move without replacing: nobody else gives files this name.
            guard try folder.stamp(name) == nil else { throw FileError("create", folder.pathText(name), code: EEXIST) }
            try folder.moveAside(temporary, to: folder, as: name)
        }
    }
}
