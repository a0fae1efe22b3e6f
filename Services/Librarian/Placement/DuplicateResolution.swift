import FactoryCore

/// Finds out, by reading the stored original again, what becomes of a file whose content the ledger has.
struct DuplicateResolution {
    enum Finding {
        /// The stored original, which is the file of this stamp, is whole.
        case whole(OriginalPath, FileStamp)
        case missing(OriginalPath)
        /// Other bytes stand in the original's place.
        case differs(DisplacedFile)
        /// The file itself has gone.
        case vanished
        /// Nothing can be said, for this reason, which is none to remove anything.
        case unknown(String)
        case stopped
    }

    let inspection: OriginalInspection

    func look(
        at file: PreparedFile, stored: StoredOriginal, reader: borrowing ContentReader,
        prefetched: inout PrefetchedOriginals
    ) -> Finding {
        guard let path = Originals.path(ofLedger: stored.finalPath) else {
            return .unknown("its original is outside Originals: \(stored.finalPath)")
        }
        do throws(FileError) {
            if let finding = try itself(file, at: path) { return finding }
        } catch {
            return .unknown("its original cannot be checked: \(error)")
        }
        switch inspection.look(at: path, for: file.fingerprint, reader: reader, prefetched: &prefetched) {
        case .whole(let stamp): return .whole(path, stamp)
        case .missing: return .missing(path)
        case .differs(let displaced): return .differs(displaced)
        case .unknown(let reason): return .unknown("its original cannot be checked: \(reason)")
        case .stopped: return .stopped
        }
    }

    /// Somebody else may have filed this very file, or the inbox shows the same folder as Originals.
    private func itself(_ file: PreparedFile, at path: OriginalPath) throws(FileError) -> Finding? {
        guard let stamp = try inspection.originals.stamp(of: path), stamp.isSameInode(as: file.stamp), stamp.links < 2
        else { return nil }
        let isInInbox = try file.folder.stamp(file.path.name) != nil
        return isInInbox ? .unknown("it is its own original: \(inspection.originals.fullPath(of: path))") : .vanished
    }
}
