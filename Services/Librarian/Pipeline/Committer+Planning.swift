import FactoryCore

/// Choosing what to do with each file of a batch. Nothing is changed yet.
extension Committer {
    /// - Parameter filed: what was filed earlier and may belong together with these; nil when nobody can be asked.
    /// - Throws: `FileError` when the storage fails, `Obstacle` when originals vanish in numbers, `Stopped`.
    func plan(
        _ groups: [PreparedGroup], known: [Fingerprint: StoredOriginal], filed: FiledCompanions?,
        report: inout BatchReport
    ) async throws -> [BatchStep] {
        var draft = BatchDraft(report: report, capacity: groups.count)
        for group in groups {
            let begun = draft.mark
            do {
                guard !stop.isSet else { throw Stopped() }
                try await plan(group, known: known, filed: filed, draft: &draft)
            } catch is Stopped {
                draft.undo(to: begun)
                leave([group], because: "the librarian is stopping", report: &draft.report)
            } catch let error as FileError where !error.concernsStorage {
                // Together or not at all.
                draft.undo(to: begun)
                for file in group.files {
                    draft.report.add(file, .trouble("\(file.inboxPath) stays in the inbox: \(error)"))
                }
            }
        }
        report = draft.report
        deferred += draft.deferred
        return draft.steps
    }

    private func plan(
        _ group: PreparedGroup, known: [Fingerprint: StoredOriginal], filed: FiledCompanions?, draft: inout BatchDraft
    ) async throws {
        guard let leader = group.media.first else {
            for sidecar in group.sidecars { try plan(sidecar, filed: filed, draft: &draft) }
            return
        }
        if known[leader.fingerprint] == nil, let asset = filed?.leader(of: leader),
            let home = GroupHome(asset, others: group.media)
        {
            let members = group.media.map { SharedCapture.member($0, of: asset) }
            return try await plan(members, group.sidecars, beside: home, known: known, draft: &draft)
        }
        let companions = group.media.dropFirst().filter { known[$0.fingerprint] == nil }
        let fate = try await plan(leader, stored: known[leader.fingerprint], draft: &draft) { purpose, draft in
            try place(leader, for: purpose, companions: companions, draft: &draft)
        }
        switch fate {
        case .placed(let path):
            guard group.media.count > 1 || !group.sidecars.isEmpty else { return }
            let home = GroupHome(leader, at: path, others: Array(group.media.dropFirst()))
            try await plan(
                Array(group.media.dropFirst()), group.sidecars, beside: home, known: known, draft: &draft)
        case .deferred: draft.deferred.append(group)
        case .left:
            let others = PreparedGroup(media: Array(group.media.dropFirst()), sidecars: group.sidecars)
            leave([others], because: "the photo that it belongs to was not filed", report: &draft.report)
        }
    }

    private func plan(
        _ members: [PreparedFile], _ sidecars: [PreparedSidecar], beside home: GroupHome,
        known: [Fingerprint: StoredOriginal], draft: inout BatchDraft
    ) async throws {
        for member in members {
            let fate = try await plan(member, stored: known[member.fingerprint], draft: &draft) { purpose, draft in
                try place(member, for: purpose, beside: home, draft: &draft)
            }
            if case .deferred = fate { draft.deferred.append(PreparedGroup(member)) }
        }
        for sidecar in sidecars { try place(sidecar, beside: home, draft: &draft) }
    }

    /// - Parameter placing: chooses a place for the file if it needs a new one.
    private func plan(
        _ file: PreparedFile, stored: StoredOriginal?, draft: inout BatchDraft,
        placing: (FilingPurpose, inout BatchDraft) throws -> FileFate
    ) async throws -> FileFate {
        if let original = draft.whole[file.fingerprint], !original.stamp.isSameInode(as: file.stamp) {
            // Its original was read again a moment ago, for another copy. What is the original itself, seen through
            // another mount, must not go this way.
            draft.remove(file, stored: original.path)
            return .placed(original.path)
        }
        if let fate = draft.fates[file.fingerprint] {
            draft.report.add(file, fate)
            return .left
        }
        // The first file of a content decides what the others are duplicates of.
        guard draft.begin(file.fingerprint) || draft.whole[file.fingerprint] != nil else {
            return .deferred
        }
        guard let stored else { return try placing(.file, &draft) }
        switch duplicates.look(at: file, stored: stored, reader: reader, prefetched: &prefetched) {
        case .whole(let path, let stamp):
            originalsLookedFor.note(path, isMissing: false)
            draft.whole[file.fingerprint] = (path, stamp)
            draft.remove(file, stored: path)
            return .placed(path)
        case .missing(let path):
            originalsLookedFor.note(path, isMissing: true)
            try await lookAtSample(&draft)
            if let objection = originalsLookedFor.objection { throw Obstacle(objection) }
            return try restore(file, at: path, draft: &draft, placing: placing)
        case .differs(let displaced): return try await heal(file, displaced, draft: &draft, placing: placing)
        case .vanished: draft.report.add(file, .vanished)
        case .unknown(let reason): draft.end(file, .trouble("\(file.inboxPath) stays in the inbox: \(reason)"))
        case .stopped: throw Stopped()
        }
        return .left
    }

    /// Gives a file the place of the original that it restores, unless the batch has given it away.
    private func restore(
        _ file: PreparedFile, at path: OriginalPath, draft: inout BatchDraft,
        placing: (FilingPurpose, inout BatchDraft) throws -> FileFate
    ) throws -> FileFate {
        guard let placement = draft.plan.take(path, for: file) else { return try placing(.heal, &draft) }
        draft.steps.append(.file(placement))
        return .placed(path)
    }

    /// Other bytes stand where the ledger says that this content is: damaged ones, or another photo's.
    private func heal(
        _ file: PreparedFile, _ displaced: DisplacedFile, draft: inout BatchDraft,
        placing: (FilingPurpose, inout BatchDraft) throws -> FileFate
    ) async throws -> FileFate {
        let waiting = FileOutcome.pending("the database cannot be asked whose place its original's is")
        guard !isBehind else {
            draft.end(file, waiting)
            return .left
        }
        let exile: QuarantinePath?
        do {
            exile = try await self.exile(of: displaced)
        } catch is DatabaseError {
            draft.end(file, waiting)
            return .left
        }
        guard let exile else { return try placing(.heal, &draft) }
        draft.steps.append(.evict(displaced, to: exile))
        return try restore(file, at: displaced.place, draft: &draft, placing: placing)
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
    func leave(_ groups: [PreparedGroup], because reason: String, report: inout BatchReport) {
        let waiting = Set(deferred.flatMap(\.files).map { ObjectIdentifier($0.file) })
        for file in groups.flatMap(\.files)
        where !report.contains(file) && !waiting.contains(ObjectIdentifier(file.file)) {
            report.add(file, .pending(reason))
        }
    }
}
