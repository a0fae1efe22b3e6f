import FactoryCore

/// Decides, by reading the stored original again, what becomes of a file whose content the ledger has.
struct DuplicateResolution {
    enum Result {
        /// The stored original is whole; the file was removed from the inbox.
        case removed
        /// The stored original is missing, or was damaged and put into quarantine: the file should take its place.
        case heal(OriginalPath)
        /// The file stays in the inbox, for this reason.
        case kept(String)
        case vanished
    }

    let originals: Originals
    let quarantine: Quarantine
    let removal: SourceRemoval

    /// - Throws: `FileError` when the storage does not allow to put a damaged original aside.
    func resolve(
        _ file: PreparedFile, stored: StoredOriginal, reader: borrowing ContentReader
    ) throws -> Result {
        guard let path = originals.path(ofLedger: stored.finalPath) else {
            return .kept("its original is outside Originals: \(stored.finalPath)")
        }
        do {
            guard let original = try originals.open(path) else { return .heal(path) }
            return try compare(file, with: original, at: path, reader: reader)
        } catch let error as FileError {
            // Not knowing is no reason to remove anything.
            return .kept("its original cannot be checked: \(error)")
        }
    }

    private func compare(
        _ file: PreparedFile, with original: OpenFile, at path: OriginalPath, reader: borrowing ContentReader
    ) throws -> Result {
        let text = originals.fullPath(of: path)
        let stamp = try original.stamp(text)
        guard stamp.isRegularFile else { return .kept("its original is no regular file: \(text)") }
        if stamp.isSameInode(as: file.stamp), stamp.links < 2 { return .kept("it is its own original: \(text)") }
        let (fingerprint, _) = try reader.fingerprintOnDisk(of: original, text)
        guard fingerprint == file.fingerprint else {
            _ = try quarantine.take(
                Array(path.name.utf8), from: originals.folder(of: path), mark: String(fingerprint.hex.prefix(8)))
            return .heal(path)
        }
        return switch try removal.remove(file) {
        case .removed: .removed
        case .vanished: .vanished
        case .replaced: .kept("it was replaced while it was compared")
        }
    }
}
