import FactoryCore
import Glibc

/// A file that is damaged on purpose: a check that does not find it so is broken itself.
///
/// It stands in `Storage/.canary`, beside Originals, and is no photo. It is read and judged as originals are.
struct Canary: Sendable {
    static let folderName = ".canary"
    static let name = "canary.txt"

    /// What its hash is told to be of. The file has one letter changed.
    private static let whole = Array(
        """
        This file belongs to Photo Factory and is damaged on purpose: one of its letters is not the one that was recorded.
        Whoever reads the library again has to find that out. Leave it as it is.

        """.utf8)

    private static var damaged: [UInt8] { [UInt8(ascii: "t")] + whole.dropFirst() }

    let storage: Folder

    /// Reads it, and makes it first where it is missing.
    ///
    /// - Returns: why the check cannot be trusted; nil when the canary was found damaged, as it is.
    /// - Throws: `Stopped`, `StartupError` when nothing can be hashed.
    func problem(_ reader: ScrubReader) async throws -> String? {
        let path = "\(storage.path)/\(Self.folderName)/\(Self.name)"
        let modified: Timestamp
        do {
            modified = try stand()
        } catch {
            return "the canary cannot be looked at: \(error)"
        }
        let row = RecordedOriginal(
            id: "", fingerprint: try SHA256.of(Self.whole), finalPath: path, size: Self.whole.count)
        // Nobody wrote to it, as far as the check is told: it has to look like rot.
        let candidate = ScrubCandidate(row: row, ingestedAt: modified, modifiedWhenWhole: modified)
        guard let place = RelativePath(components: [Array(Self.folderName.utf8), Array(Self.name.utf8)]) else {
            return "the canary \(path) has no place"
        }
        let sight = try await reader.look(at: place, below: storage)
        switch ScrubRules.finding(of: candidate, sight) {
        case .rot, .edited, .truncated: return nil
        case .ok:
            return "the canary \(path), which is damaged on purpose, was found whole; if somebody mended it, remove it"
        case .missing, .moved: return "the canary \(path) was not found"
        case .unreadable: return "the canary \(path) cannot be read; look at its permissions and at the disk"
        }
    }

    /// Makes it where it is missing.
    ///
    /// - Returns: its modification time.
    private func stand() throws(FileError) -> Timestamp {
        let folder = try storage.makeFolder(Self.folderName)
        let name = Array(Self.name.utf8)
        if let stamp = try folder.stamp(name) { return stamp.modified }
        let temporary = Array(".new-\(getpid())".utf8)
        if try folder.stamp(temporary) != nil { try folder.unlink(temporary) }
        let file = try folder.createFile(temporary)
        let bytes = Self.damaged
        guard write(file.descriptor, bytes, bytes.count) == bytes.count else {
            throw FileError("write", folder.pathText(temporary))
        }
        guard fchmod(file.descriptor, 0o444) == 0 else { throw FileError("seal", folder.pathText(temporary)) }
        try file.sync(folder.pathText(temporary))
        try folder.moveAside(temporary, to: folder, as: name)
        return try file.stamp(folder.pathText(name)).modified
    }
}
