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
        deferred.removeAll { group in
            group.media.contains {
                $0.fingerprint == entry.asset.fingerprint && $0.inboxPath == entry.intent.from
            }
        }
        if deferred.count < waiting { recovery.corrections.append(Correction(told: nil, holds: trouble)) }
    }

    /// Settles which of two files of one content the row has to name.
    func resolve(_ conflicts: [LedgerConflict]) async throws {
        var resolution = ConflictResolution()
        for conflict in conflicts {
            guard !stop.isSet else { throw Stopped() }
            do {
                try await weigh(conflict, &resolution)
            } catch let error as Unclear {
                recovery.troubles.append(
                    "\(conflict.entry.asset.finalPath) may be a copy of \(conflict.stored.finalPath): \(error)")
                isHeld = true
            }
        }
        // All in one: each time the journal is made durable costs as much as for one.
        try carryOut(resolution.steps)
        try await ledger.relocate(resolution.relocated)
        for (entry, path) in resolution.removed where try isUntold(entry, path) {
            recovery.corrections.append(Correction(told: told(entry), holds: .duplicate))
        }
    }

    /// Whether this run told that the file was filed, which is a copy now and gone.
    private func isUntold(_ entry: LedgerEntry, _ path: OriginalPath) throws -> Bool {
        try entry.position > beginning && originals.stamp(of: path) == nil
    }

    /// The content has a row that names another file. If that one is whole, ours is a copy too many; if it is missing or
    /// damaged, ours is the original from now on.
    private func weigh(_ conflict: LedgerConflict, _ resolution: inout ConflictResolution) async throws {
        let (entry, fingerprint) = (conflict.entry, conflict.entry.asset.fingerprint)
        guard let ours = OriginalPath(text: entry.intent.to),
            let stored = resolution.homes[fingerprint] ?? Originals.path(ofLedger: conflict.stored.finalPath)
        else {
            return recovery.troubles.append(
                "\(entry.asset.finalPath) and \(conflict.stored.finalPath) have the same content; both were left")
        }
        guard let copy = try copy(at: ours, fingerprint) else {
            // Neither here nor, perhaps, there: what was filed last is what the row has to name.
            if entry.intent.purpose.restores, try originals.stamp(of: stored) == nil {
                resolution.relocate(entry, to: ours)
            }
            return
        }
        switch inspection.look(at: stored, for: fingerprint, reader: reader) {
        case .whole(let stamp):
            guard !stamp.isSameInode(as: copy.stamp), entry.intent.purpose.moves else { return }
            resolution.remove(copy, stored: stored, entry)
        case .missing: resolution.relocate(entry, to: ours)
        case .differs(let displaced):
            resolution.relocate(entry, to: ours)
            if let exile = try await exile(of: displaced) { resolution.evict(displaced, to: exile) }
        case .unknown(let reason):
            throw Unclear(reason: reason)
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
        case .missing, .differs: nil
        case .unknown(let reason): throw Unclear(reason: reason)
        case .stopped: throw Stopped()
        }
    }

    private func told(_ entry: LedgerEntry) -> FileOutcome {
        entry.intent.purpose == .heal ? .healed(entry.asset.size) : .filed(entry.asset.size)
    }
}
