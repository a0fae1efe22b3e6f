import FactoryCore

/// What the database had to say of files that were filed without asking it.
extension Committer {
    /// The database refused a row. A file whose content stood in Originals before has not had its turn yet; it must not
    /// have another, for its row would be refused again and again.
    func giveUp(_ entry: LedgerEntry, because reason: String) {
        // An earlier run told of what was refused then, and said so once.
        guard entry.position > beginning, refused.insert(entry.position).inserted else { return }
        let trouble = FileOutcome.trouble("the database refused the row of \(entry.asset.finalPath): \(reason)")
        guard !entry.intent.purpose.moves else {
            return recovery.corrections.append(Correction(told: told(entry), holds: trouble))
        }
        let waiting = deferred.count
        deferred.removeAll { $0.fingerprint == entry.asset.fingerprint && $0.inboxPath == entry.intent.from }
        if deferred.count < waiting { recovery.corrections.append(Correction(told: nil, holds: trouble)) }
    }

    /// The content has a row that names another file. If that one is whole, ours is a copy too many; if it is missing or
    /// damaged, ours is the original from now on.
    func resolve(_ conflict: LedgerConflict) async throws {
        let (entry, fingerprint) = (conflict.entry, conflict.entry.asset.fingerprint)
        guard let ours = OriginalPath(text: entry.intent.to),
            let stored = Originals.path(ofLedger: conflict.stored.finalPath)
        else {
            return recovery.troubles.append(
                "\(entry.asset.finalPath) and \(conflict.stored.finalPath) have the same content; both were left")
        }
        guard let copy = try copy(at: ours, fingerprint) else {
            // Neither here nor, perhaps, there: what was filed last is what the row has to name.
            if entry.intent.purpose.restores, try originals.stamp(of: stored) == nil {
                try await ledger.relocate([entry])
            }
            return
        }
        switch inspection.look(at: stored, for: fingerprint, reader: reader) {
        case .whole(let stamp):
            guard !stamp.isSameInode(as: copy.stamp), entry.intent.purpose.moves else { return }
            try remove(copy, stored: stored, entry)
        case .missing, .differs: try await relocate(entry)
        case .unknown(let reason):
            recovery.troubles.append("\(copy.path) seems to be a copy and stays until that can be checked: \(reason)")
        case .stopped: throw Stopped()
        }
    }

    /// What stands at our place, if it is the content that was filed there.
    private func copy(at path: OriginalPath, _ fingerprint: Fingerprint) throws -> DisplacedFile? {
        switch inspection.look(at: path, for: fingerprint, reader: reader) {
        case .whole(let stamp):
            DisplacedFile(
                place: path, path: originals.fullPath(of: path), fingerprint: fingerprint, stamp: stamp, cause: .damaged
            )
        case .missing, .differs, .unknown: nil
        case .stopped: throw Stopped()
        }
    }

    private func remove(_ copy: DisplacedFile, stored: OriginalPath, _ entry: LedgerEntry) throws {
        try carryOut([.removeCopy(copy, stored: stored)])
        guard entry.position > beginning else { return }
        recovery.corrections.append(Correction(told: told(entry), holds: .duplicate))
    }

    private func relocate(_ entry: LedgerEntry) async throws {
        if !entry.intent.purpose.restores { try carryOut([.relocate(entry.intent)]) }
        try await ledger.relocate([entry])
    }

    private func told(_ entry: LedgerEntry) -> FileOutcome {
        entry.intent.purpose == .heal ? .healed(entry.asset.size) : .filed(entry.asset.size)
    }
}
