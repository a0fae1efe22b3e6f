import FactoryCore

/// The work on one batch, in the order in which it happens.
extension Committer {
    /// Chooses what to do with each file. Duplicates are dealt with at once: their originals are durable.
    ///
    /// - Throws: `FileError` when the storage fails.
    func plan(
        _ files: [PreparedFile], known: [Fingerprint: StoredOriginal], report: inout BatchReport
    ) async throws -> [Placement] {
        var placements: [Placement] = []
        var plan = PlacementPlan()
        var contents: Set<Fingerprint> = []
        var whole: [Fingerprint: FileStamp] = [:]
        for file in files {
            guard !stop.isSet else {
                report.add(file, .pending("the librarian is stopping"))
                continue
            }
            let stored = known[file.fingerprint]
            if let stored, let original = whole[file.fingerprint], !original.isSameInode(as: file.stamp) {
                // Its original was read again a moment ago, for another copy. What is the original itself, seen through
                // another mount, must not go this way.
                report.add(file, remove(file, duplicateOf: stored))
                continue
            }
            // The first file of a content decides what the others are duplicates of.
            guard contents.insert(file.fingerprint).inserted || whole[file.fingerprint] != nil else {
                deferred.append(file)
                continue
            }
            do {
                let placement = try await place(file, stored: stored, by: &plan, whole: &whole, report: &report)
                if let placement { placements.append(placement) }
            } catch is Stopped {
                report.add(file, .pending("the librarian is stopping"))
            } catch let error as FileError where !error.concernsStorage {
                report.add(file, .trouble("\(file.inboxPath) stays in the inbox: \(error)"))
            }
        }
        return placements
    }

    /// - Returns: the file's place; nil when it needs none, which the report explains.
    private func place(
        _ file: PreparedFile, stored: StoredOriginal?, by plan: inout PlacementPlan,
        whole: inout [Fingerprint: FileStamp],
        report: inout BatchReport
    ) async throws -> Placement? {
        guard let stored else { return try place(file, for: .file, by: &plan, report: &report) }
        switch duplicates.look(at: file, stored: stored, reader: reader) {
        case .whole(let original):
            whole[file.fingerprint] = original
            report.add(file, remove(file, duplicateOf: stored))
        case .missing(let path):
            return try plan.take(path, for: file) ?? place(file, for: .heal, by: &plan, report: &report)
        case .differs(let path, let found):
            return try await heal(file, at: path, found: found, by: &plan, report: &report)
        case .vanished: report.add(file, .vanished)
        case .unknown(let reason): report.add(file, .trouble("\(file.inboxPath) stays in the inbox: \(reason)"))
        case .stopped: report.add(file, .pending("the librarian is stopping"))
        }
        return nil
    }

    private func place(
        _ file: PreparedFile, for purpose: FilingPurpose, by plan: inout PlacementPlan, report: inout BatchReport
    ) throws -> Placement? {
        let placement = try plan.place(for: file, purpose: purpose) { try occupant(of: $0, for: file) }
        if placement == nil {
            report.add(file, .trouble("\(file.inboxPath) stays in the inbox: every name for it is taken"))
        }
        return placement
    }

    private func remove(_ file: PreparedFile, duplicateOf stored: StoredOriginal) -> FileOutcome {
        do {
            switch try removal.remove(file) {
            case .removed:
                note(file, .duplicate, storedPath: stored.finalPath, "its content is stored already")
                return .duplicate
            case .vanished: return .vanished
            case .replaced: return .pending("it was replaced while it was compared")
            }
        } catch {
            // The inbox's trouble, not the storage's: the other files have nothing to do with it.
            return .trouble("\(file.inboxPath) is stored already and cannot be removed: \(error)")
        }
    }

    /// Other bytes stand where the ledger says that this content is. They are damaged ones, unless they are another
    /// photo's, which got the place while the original was missing.
    private func heal(
        _ file: PreparedFile, at path: OriginalPath, found: Fingerprint, by plan: inout PlacementPlan,
        report: inout BatchReport
    ) async throws -> Placement? {
        guard let owner = try? await ledger.known([found]) else {
            report.add(file, .pending("the database cannot be asked whose place its original's is"))
            return nil
        }
        if let stored = owner[found], Originals.path(ofLedger: stored.finalPath) == path {
            return try place(file, for: .heal, by: &plan, report: &report)
        }
        _ = try quarantine.take(
            Array(path.name.utf8), from: originals.folder(of: path), mark: String(found.hex.prefix(8)))
        return try plan.take(path, for: file) ?? place(file, for: .heal, by: &plan, report: &report)
    }

    private func occupant(of path: OriginalPath, for file: PreparedFile) throws -> PlacementPlan.Occupant {
        guard let stamp = try originals.stamp(of: path) else { return .nobody }
        guard stamp.size == file.stamp.size, stamp.isRegularFile, let original = try originals.open(path) else {
            return .another
        }
        let text = originals.fullPath(of: path)
        guard let (fingerprint, _) = try reader.fingerprint(of: original, text, unless: stop) else { throw Stopped() }
        return fingerprint == file.fingerprint ? .sameContent : .another
    }

    /// Writes the intents down, moves the files, writes down what became of them.
    func carryOut(_ placements: [Placement], report: inout BatchReport) throws {
        guard !placements.isEmpty else { return }
        let lines = try journal.append(placements.map { .intent($0.intent) })
        try journal.sync()
        let time = clock.now
        var outcomes: [JournalEvent] = []
        for (placement, line) in zip(placements, lines) {
            let reason = report.stopped == nil ? carryOut(placement, time: time, report: &report) : "the storage failed"
            outcomes.append(
                .outcome(segment: line.segment, line: line.line, reason == nil ? .filed : .withdrawn, note: reason))
        }
        try journal.append(outcomes)
    }

    /// - Returns: why the intent was not carried out; nil when it was.
    func carryOut(_ placement: Placement, time: Timestamp, report: inout BatchReport) -> String? {
        if placement.purpose == .adopt {
            // The file itself turns out to be a duplicate as soon as the row is there.
            owe(placement, time: time)
            deferred.append(placement.file)
            return nil
        }
        let result = move(placement, report: &report)
        report.add(placement.file, result)
        if result.isPlaced { settle(placement, time: time) }
        return result.reason
    }

    private func move(_ placement: Placement, report: inout BatchReport) -> FileOutcome {
        let size = placement.file.stamp.size
        do {
            let folder = try originals.folder(of: placement.to)
            switch try mover.move(placement.file, to: folder, as: placement.to.name, reader: reader) {
            case .placed: return placement.purpose == .heal ? .healed(size) : .filed(size)
            case .vanished: return .vanished
            case .taken: return .pending("its place was taken meanwhile")
            case .replaced: return .pending("it was replaced meanwhile")
            case .stopped: return .pending("the librarian is stopping")
            }
        } catch let error as FileError where error.concernsStorage {
            report.stopped = error
            return .pending("Storage has no room or cannot be written: \(error)")
        } catch {
            return .trouble("\(placement.file.inboxPath) stays in the inbox: \(error)")
        }
    }

    /// Accounts for the files that a failing storage kept from having their turn.
    func leave(_ files: [PreparedFile], because error: FileError, report: inout BatchReport) {
        let waiting = Set(deferred.map { ObjectIdentifier($0.file) })
        for file in files where !report.contains(file) && !waiting.contains(ObjectIdentifier(file.file)) {
            report.add(file, .pending("\(error)"))
        }
    }

    private func settle(_ placement: Placement, time: Timestamp) {
        owe(placement, time: time)
        guard placement.purpose == .heal else { return }
        note(
            placement.file, .healed, storedPath: originals.fullPath(of: placement.to),
            "its original was missing or damaged, and the file took its place")
    }

    private func owe(_ placement: Placement, time: Timestamp) {
        let finalPath = originals.fullPath(of: placement.to)
        unrecorded.append(LedgerEntry(placement.intent, finalPath: finalPath, time: time))
        filed[placement.file.fingerprint] = placement
    }

    private func note(_ file: PreparedFile, _ outcome: IntakeOutcome, storedPath: String, _ reason: String) {
        intake.append(
            IntakeRecord(
                outcome: outcome, originalPath: file.inboxPath, originalName: FileName.text(file.path.name),
                size: file.stamp.size, fingerprint: file.fingerprint, storedPath: storedPath, reason: reason,
                time: clock.now))
    }

    /// The database refused the row of an asset. A file whose content stood in Originals before has not had its turn
    /// yet; it must not have another, for its row would be refused again and again.
    func giveUp(_ asset: MediaAsset, because reason: String) -> Correction {
        let trouble = FileOutcome.trouble("the database refused the row of \(asset.finalPath): \(reason)")
        guard let placement = filed[asset.fingerprint], placement.purpose == .adopt else {
            return Correction(told: .filed(asset.size), holds: trouble)
        }
        deferred.removeAll { $0.file === placement.file.file }
        return Correction(told: nil, holds: trouble)
    }

    /// Another librarian filed the same content at the same time and was first: our copy becomes a duplicate, to be
    /// compared and removed with the next batch.
    func takeBack(_ stored: StoredOriginal) -> Correction? {
        guard let placement = filed[stored.fingerprint],
            let path = RelativePath(components: [Array(placement.to.name.utf8)]),
            // Content that stood there before was not our doing, and its file has its turn as a duplicate already.
            placement.purpose != .adopt, let folder = try? originals.folder(of: placement.to)
        else { return nil }
        let file = placement.file
        deferred.append(
            PreparedFile(
                path: path, folder: folder, file: file.file, stamp: file.stamp, fingerprint: file.fingerprint,
                metadata: file.metadata, problem: file.problem))
        return Correction(told: .filed(file.stamp.size), holds: nil)
    }
}
