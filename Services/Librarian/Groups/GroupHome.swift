import FactoryCore

/// Where the leader of a group stands, or is about to.
struct GroupHome {
    let path: OriginalPath
    /// The names of the leader and of the others, as they came.
    let names: [String]
    let asset: Fingerprint
    /// The descriptor of the leader, if it has yet to be moved.
    var leader: ObjectIdentifier?

    /// - Parameter others: the other photos and videos of its group.
    init(_ file: PreparedFile, at path: OriginalPath, others: [PreparedFile]) {
        self.path = path
        names = ([file] + others).map { FileName.text($0.nameToKeep) }
        asset = file.fingerprint
        leader = ObjectIdentifier(file.file)
    }

    /// Nil when the asset's path does not lead into the folder of a day.
    ///
    /// - Parameter others: the photos and videos that join it.
    init?(_ filed: FiledAsset, others: [PreparedFile] = []) {
        guard let path = Originals.path(ofLedger: filed.finalPath) else { return nil }
        self.path = path
        let stem = filed.stem.map { [FileName.last(ofPath: $0) + "."] } ?? []
        names = [FileName.last(ofPath: filed.originalPath)] + stem + others.map { FileName.text($0.nameToKeep) }
        asset = filed.fingerprint
    }

    /// The places to try for a member, in order.
    func places(for file: any InboxFile) -> [OriginalPath] {
        CompanionName.candidates(file.path.name, companions: names, filed: path.name, hash: file.fingerprint.hex).map {
            OriginalPath(day: path.day, name: $0)
        }
    }
}
