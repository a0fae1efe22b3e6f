import FactoryCore

/// Choosing what to do with each file of a batch. Nothing is changed yet.
extension Committer {
    /// - Throws: `FileError` when the storage fails, `Obstacle` when originals vanish in numbers, `Stopped`.
    func plan(
        _ files: [PreparedFile], known: [Fingerprint: StoredOriginal], report: inout BatchReport
    ) async throws -> [BatchStep] {
        var draft = BatchDraft(report: report)
        for file in files {
            guard !stop.isSet else {
                draft.report.add(file, .pending("the librarian is stopping"))
                continue
            }
            do {
                try await plan(file, stored: known[file.fingerprint], draft: &draft)
            } catch is Stopped {
                draft.report.add(file, .pending("the librarian is stopping"))
            } catch let error as FileError where !error.concernsStorage {
                draft.report.add(file, .trouble("\(file.inboxPath) stays in the inbox: \(error)"))
            }
        }
        report = draft.report
        return draft.steps
    }

    private func plan(_ file: PreparedFile, stored: StoredOriginal?, draft: inout BatchDraft) async throws {
        if let original = draft.whole[file.fingerprint], !original.stamp.isSameInode(as: file.stamp) {
            // Its original was read again a moment ago, for another copy. What is the original itself, seen through
            // another mount, must not go this way.
            return draft.remove(file, stored: original.path)
        }
        if let fate = draft.fates[file.fingerprint] { return draft.report.add(file, fate) }
        // The first file of a content decides what the others are duplicates of.
        guard draft.contents.insert(file.fingerprint).inserted || draft.whole[file.fingerprint] != nil else {
            return deferred.append(file)
        }
        guard let stored else { return try place(file, for: .file, draft: &draft) }
        switch duplicates.look(at: file, stored: stored, reader: reader) {
        case .whole(let path, let stamp):
            originalsLookedFor.note(path, isMissing: false)
            draft.whole[file.fingerprint] = (path, stamp)
            draft.remove(file, stored: path)
        case .missing(let path):
            originalsLookedFor.note(path, isMissing: true)
            try await lookAtSample(&draft)
            if let objection = originalsLookedFor.objection { throw Obstacle(objection) }
            try restore(file, at: path, draft: &draft)
        case .differs(let displaced): try await heal(file, displaced, draft: &draft)
        case .vanished: draft.report.add(file, .vanished)
        case .unknown(let reason): draft.end(file, .trouble("\(file.inboxPath) stays in the inbox: \(reason)"))
        case .stopped: throw Stopped()
        }
    }

    /// Gives a file the place of the original that it restores, unless the batch has given it away.
    private func restore(_ file: PreparedFile, at path: OriginalPath, draft: inout BatchDraft) throws {
        guard let placement = draft.plan.take(path, for: file) else {
            return try place(file, for: .heal, draft: &draft)
        }
        draft.steps.append(.file(placement))
    }

    /// Other bytes stand where the ledger says that this content is: damaged ones, or another photo's.
    private func heal(_ file: PreparedFile, _ displaced: DisplacedFile, draft: inout BatchDraft) async throws {
        let waiting = FileOutcome.pending("the database cannot be asked whose place its original's is")
        guard !isBehind else { return draft.end(file, waiting) }
        let exile: QuarantinePath?
        do {
            exile = try await self.exile(of: displaced)
        } catch is DatabaseError {
            return draft.end(file, waiting)
        }
        guard let exile else { return try place(file, for: .heal, draft: &draft) }
        draft.steps.append(.evict(displaced, to: exile))
        try restore(file, at: displaced.place, draft: &draft)
    }

    private func place(_ file: PreparedFile, for purpose: FilingPurpose, draft: inout BatchDraft) throws {
        if let placement = try draft.plan.place(
            for: file, purpose: purpose, occupant: { try occupant(of: $0, for: file) })
        {
            return draft.steps.append(.file(placement))
        }
        guard !file.isInQuarantine else {
            return draft.report.add(file, .quarantined("every name for it in Originals is still taken by other photos"))
        }
        let path = try quarantine.freePlace(for: file.path.name, fingerprint: file.fingerprint, day: clock.now.utc.day)
        guard let path else {
            return draft.report.add(
                file,
                .trouble("\(file.inboxPath) stays in the inbox: every name for it is taken, also in the quarantine"))
        }
        draft.steps.append(
            .quarantine(file, to: path, reason: "every name for it in Originals is taken by other photos"))
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

    /// One original is missing: are others as well? Asked once for a batch.
    private func lookAtSample(_ draft: inout BatchDraft) async throws {
        guard originalsLookedFor.limit > 0, !draft.hasLookedAtSample, !isBehind else { return }
        draft.hasLookedAtSample = true
        // A database that cannot be asked has nothing to say.
        for path in (try? await ledger.sample(MissingOriginals.window)) ?? [] {
            originalsLookedFor.note(path, isMissing: try originals.stamp(of: path) == nil)
        }
    }

    /// Goes on after originals had vanished in numbers, if one of them is there again.
    ///
    /// - Throws: `Obstacle` when they are still missing.
    func lookAgainForOriginals() throws {
        guard let objection = originalsLookedFor.objection else { return }
        guard try originalsLookedFor.missing.contains(where: { try originals.stamp(of: $0) != nil }) else {
            throw Obstacle(objection)
        }
        originalsLookedFor = MissingOriginals(limit: originalsLookedFor.limit)
    }

    /// Accounts for files that had no turn.
    func leave(_ files: [PreparedFile], because reason: String, report: inout BatchReport) {
        let waiting = Set(deferred.map { ObjectIdentifier($0.file) })
        for file in files where !report.contains(file) && !waiting.contains(ObjectIdentifier(file.file)) {
            report.add(file, .pending(reason))
        }
    }
}
