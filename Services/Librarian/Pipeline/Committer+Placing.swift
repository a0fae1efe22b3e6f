import FactoryCore

/// Choosing places for files whose content is new.
extension Committer {
    /// - Parameter companions: new files that are to stand beside it under its stem.
    func place(
        _ file: PreparedFile, for purpose: FilingPurpose, companions: [PreparedFile], draft: inout BatchDraft
    ) throws -> FileFate {
        let placement = try draft.plan.place(
            for: file, purpose: purpose, companions: companions, occupant: { try occupant(of: $0, for: $1) })
        return try take(placement, of: file, draft: &draft)
    }

    /// The same for a member of a group that has its place.
    func place(
        _ member: PreparedFile, for purpose: FilingPurpose, beside home: GroupHome, draft: inout BatchDraft
    ) throws -> FileFate {
        // What is to be restored elsewhere than where its row says goes where it would go alone.
        guard purpose == .file else { return try place(member, for: purpose, companions: [], draft: &draft) }
        let placement = try draft.plan.place(for: member, beside: home, occupant: { try occupant(of: $0, for: $1) })
        return try take(placement, of: member, draft: &draft)
    }

    private func take(_ placement: Placement?, of file: PreparedFile, draft: inout BatchDraft) throws -> FileFate {
        if let placement {
            draft.steps.append(.file(placement))
            return .placed(placement.to)
        }
        guard !file.isInQuarantine else {
            draft.report.add(file, .quarantined("every name for it in Originals is still taken by other photos"))
            return .left
        }
        let path = try quarantine.freePlace(for: file.path.name, fingerprint: file.fingerprint, day: clock.now.utc.day)
        guard let path else {
            draft.report.add(
                file,
                .trouble("\(file.inboxPath) stays in the inbox: every name for it is taken, also in the quarantine"))
            return .left
        }
        draft.steps.append(
            .quarantine(file, to: path, reason: "every name for it in Originals is taken by other photos"))
        return .left
    }

    /// What stands at a place: the very content, another one, or nothing.
    func occupant(of path: OriginalPath, for file: any InboxFile) throws -> PlacementPlan.Occupant {
        guard let stamp = try originals.stamp(of: path) else { return .nobody }
        guard stamp.size == file.stamp.size, stamp.isRegularFile, let original = try originals.open(path) else {
            return .another
        }
        let text = originals.fullPath(of: path)
        guard let (fingerprint, _) = try reader.fingerprint(of: original, text, unless: stop) else { throw Stopped() }
        return fingerprint == file.fingerprint ? .sameContent : .another
    }
}
