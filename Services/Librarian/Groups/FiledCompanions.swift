import FactoryCore

/// Assets that were filed earlier and may belong together with the files of a batch.
struct FiledCompanions {
    /// So long a file without a date may come after the one of the same name that it belongs to: names are used again.
    private static let undatedLimit: Duration = .seconds(86_400)

    private let found: [String: [FiledAsset]]
    private let now: Timestamp

    /// - Parameter found: by stem or identifier. Names are used again: what was filed last comes first.
    init(_ found: [String: [FiledAsset]], now: Timestamp) {
        self.found = found.mapValues { $0.sorted { $0.ingestedAt > $1.ingestedAt } }
        self.now = now
    }

    /// The asset whose group a photo or video joins that came later; nil for none.
    func leader(of file: PreparedFile) -> FiledAsset? {
        let member = GroupMember(file.metadata, name: file.path.name)
        let halves = file.metadata.contentIdentifier.flatMap { found[$0] } ?? []
        if let half = halves.first(where: {
            isOther($0, file) && GroupMember($0).role != member.role && Self.mayLead($0, member)
        }) {
            return half
        }
        return (found[file.companyStem] ?? []).first { asset in
            guard isOther(asset, file), Self.mayLead(asset, member) else { return false }
            switch GroupRules.verdict(GroupMember(asset), member) {
            case .together: return true
            case .perhaps: return now.duration(since: asset.ingestedAt) < Self.undatedLimit
            case .apart: return false
            }
        }
    }

    /// A picture that knows its day is not drawn to the day of a video, or of a raw picture, that was filed before it.
    private static func mayLead(_ asset: FiledAsset, _ member: GroupMember) -> Bool {
        guard let local = member.local, member.role < GroupMember(asset).role else { return true }
        return asset.capturedAt?.day == local.day
    }

    private func isOther(_ asset: FiledAsset, _ file: PreparedFile) -> Bool { asset.fingerprint != file.fingerprint }

    /// The asset that a sidecar belongs to which came later; nil for none.
    func owner(of sidecar: PreparedSidecar) -> FiledAsset? {
        let assets = CompanionQuestion.stems(sidecar).flatMap { found[$0] ?? [] }.map { asset in
            // It may have come again under another name than the first one.
            let fileExtension = FileName.split(FileName.last(ofPath: asset.originalPath)).fileExtension
            let name = FileName.last(ofPath: (asset.stem ?? CompanyStem.of(path: asset.originalPath)) + fileExtension)
            return (asset: asset, role: GroupRole(filedAs: name), keys: MediaName.sidecarKeys(of: Array(name.utf8)))
        }
        for key in sidecar.owners {
            let owners = assets.filter { $0.keys.contains(key) }
            let latest = owners.map(\.asset.ingestedAt).max()
            let owner = owners.filter { $0.asset.ingestedAt == latest }.min { $0.role < $1.role }
            if let owner { return owner.asset }
        }
        return nil
    }
}
