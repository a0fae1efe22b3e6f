import FactoryCore

/// Finds out, by reading the stored original again, what becomes of a file whose content the ledger has.
struct DuplicateResolution {
    enum Finding {
        /// The stored original, which is the file of this stamp, is whole.
        case whole(FileStamp)
        case missing(OriginalPath)
        /// Other bytes stand in the original's place.
        case differs(OriginalPath, found: Fingerprint)
        /// The file itself has gone.
        case vanished
        /// Nothing can be said, for this reason, which is none to remove anything.
        case unknown(String)
        case stopped
    }

    let originals: Originals
    let stop: StopSignal

    func look(at file: PreparedFile, stored: StoredOriginal, reader: borrowing ContentReader) -> Finding {
        guard let path = Originals.path(ofLedger: stored.finalPath) else {
            return .unknown("its original is outside Originals: \(stored.finalPath)")
        }
        do {
            guard let original = try originals.open(path) else { return .missing(path) }
            return try compare(file, with: original, at: path, reader: reader)
        } catch {
            return .unknown("its original cannot be checked: \(error)")
        }
    }

    private func compare(
        _ file: PreparedFile, with original: OpenFile, at path: OriginalPath, reader: borrowing ContentReader
    ) throws(FileError) -> Finding {
        let text = originals.fullPath(of: path)
        let stamp = try original.stamp(text)
        guard stamp.isRegularFile else { return .unknown("its original is no regular file: \(text)") }
        if stamp.isSameInode(as: file.stamp), stamp.links < 2 {
            // Somebody else has filed this very file, or the inbox shows the same folder as Originals.
            let isInInbox = try file.folder.stamp(file.path.name) != nil
            return isInInbox ? .unknown("it is its own original: \(text)") : .vanished
        }
        guard let (fingerprint, _) = try reader.fingerprintOnDisk(of: original, text, unless: stop) else {
            return .stopped
        }
        return fingerprint == file.fingerprint ? .whole(stamp) : .differs(path, found: fingerprint)
    }
}
