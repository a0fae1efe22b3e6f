import FactoryCore

/// Choosing places for sidecars. They are no assets: each photo keeps its own, also where two have the same bytes.
extension Committer {
    /// A sidecar that came without its photo.
    func plan(_ sidecar: PreparedSidecar, filed: FiledCompanions?, draft: inout BatchDraft) throws {
        guard let filed else {
            return draft.report.add(sidecar, .pending("the database cannot be asked for the photo that it belongs to"))
        }
        if let home = filed.owner(of: sidecar).flatMap({ GroupHome($0) }) {
            return try place(sidecar, beside: home, draft: &draft)
        }
        let places = Array(
            OriginalPath.candidates(name: sidecar.path.name, day: sidecar.day, fingerprint: sidecar.fingerprint))
        try place(sidecar, among: places, asset: nil, leader: nil, draft: &draft)
    }

    func place(_ sidecar: PreparedSidecar, beside home: GroupHome, draft: inout BatchDraft) throws {
        try place(
            sidecar, among: home.places(for: sidecar), asset: home.asset, leader: home.leader, draft: &draft)
    }

    private func place(
        _ sidecar: PreparedSidecar, among places: [OriginalPath], asset: Fingerprint?, leader: ObjectIdentifier?,
        draft: inout BatchDraft
    ) throws {
        let place = try draft.plan.place(
            for: sidecar, among: places, isAlone: asset == nil, occupant: { try occupant(of: $0, for: $1) })
        switch place {
        case .free(let path):
            let placement = SidecarPlacement(sidecar: sidecar, to: path, asset: asset, leader: leader)
            draft.steps.append(.fileSidecar(placement))
        case .filed(let path): try remove(sidecar, stored: path, draft: &draft)
        case .promised: draft.deferred.append(PreparedGroup(media: [], sidecars: [sidecar]))
        case .none:
            draft.report.add(
                sidecar, .trouble("\(sidecar.inboxPath) stays in the inbox: every name for it is taken"))
        }
    }

    /// What stands there is read again, from the disk, before its copy is removed.
    private func remove(_ sidecar: PreparedSidecar, stored path: OriginalPath, draft: inout BatchDraft) throws {
        let objection: String
        switch inspection.look(at: path, for: sidecar.fingerprint, reader: reader) {
        case .whole(let stamp) where !stamp.isSameInode(as: sidecar.stamp):
            return draft.steps.append(
                .remove(sidecar, stored: path, reason: "it stands beside its photo already"))
        case .whole: objection = "it is its own original"
        case .missing, .differs: objection = "its place changed meanwhile"
        case .unknown(let reason): objection = "what stands at its place cannot be checked: \(reason)"
        case .stopped: throw Stopped()
        }
        draft.report.add(sidecar, .trouble("\(sidecar.inboxPath) stays in the inbox: \(objection)"))
    }
}
