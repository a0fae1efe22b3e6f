import Glibc

/// `HEALTH_FOLDER`: where a program keeps its health notes, one file for each service that it reports for. It is empty
/// when the program starts, as what lives in memory is.
public struct HealthFolder: Sendable, Hashable {
    /// More than any note: a status is a sentence.
    private static let sizeLimit = 1 << 16

    /// Absolute.
    let path: String

    /// Replaces the service's note as a whole: whoever reads meanwhile gets the old one.
    func write(_ note: HealthNote, service: String) throws(FileError) {
        let folder = try Folder.open(path)
        let temporary = Array(".\(service)".utf8)
        if try folder.stamp(temporary) != nil { try folder.unlink(temporary) }
        let file = try folder.createFile(temporary)
        let bytes = Array(note.text.utf8)
        guard Glibc.write(file.descriptor, bytes, bytes.count) == bytes.count else {
            throw FileError("write", folder.pathText(temporary))
        }
        try folder.moveAside(temporary, to: folder, as: Array(service.utf8))
    }

    /// All notes by the names of their services; nil for one that cannot be read as a note.
    func notes() throws(FileError) -> [String: HealthNote?] {
        let folder = try Folder.open(path)
        let listing = try FolderListing(folder)
        var notes: [String: HealthNote?] = [:]
        while let name = try listing.next() {
            guard name.first != UInt8(ascii: ".") else { continue }
            notes.updateValue(try note(name, in: folder), forKey: FileName.text(name))
        }
        return notes
    }

    private func note(_ name: [UInt8], in folder: Folder) throws(FileError) -> HealthNote? {
        let file = try folder.openFile(name)
        var bytes = [UInt8](repeating: 0, count: Self.sizeLimit)
        let count = read(file.descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw FileError("read", folder.pathText(name)) }
        return HealthNote(String(decoding: bytes[..<count], as: UTF8.self))
    }
}
