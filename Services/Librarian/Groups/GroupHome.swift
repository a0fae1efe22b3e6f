import FactoryCore

/// Where the leader of a group stands, or is about to.
struct GroupHome {
    let path: OriginalPath
    /// The leader's name as it came.
    let name: String
    let asset: Fingerprint
    /// The descriptor of the leader, if it has yet to be moved.
    var leader: ObjectIdentifier?

    init(_ file: PreparedFile, at path: OriginalPath) {
        self.path = path
        name = FileName.text(file.nameToKeep)
        asset = file.fingerprint
        leader = ObjectIdentifier(file.file)
    }

    /// Nil when the asset's path does not lead into the folder of a day.
    init?(_ filed: FiledAsset) {
        guard let path = Originals.path(ofLedger: filed.finalPath) else { return nil }
        self.path = path
        name = FileName.last(ofPath: filed.originalPath)
        asset = filed.fingerprint
    }

    /// The places to try for a member, in order.
    func places(for file: any InboxFile) -> [OriginalPath] {
        CompanionName.candidates(file.path.name, leader: name, filed: path.name, hash: file.fingerprint.hex).map {
            OriginalPath(day: path.day, name: $0)
        }
    }
}
