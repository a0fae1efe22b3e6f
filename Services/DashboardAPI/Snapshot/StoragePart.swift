import FactoryCore

/// How much room there is, how long ago what lies there was last read, and how far its copies are proven.
struct StoragePart: Sendable {
    /// Nil where the folder could not be looked at.
    let inbox: FileSystemSpace?
    let storage: FileSystemSpace?
    /// Nil where it could not be read.
    var scrub: ScrubView?
    /// Nil where it could not be read.
    var backup: BackupView?

    var json: JSONValue {
        [
            "inbox": Self.json(inbox), "storage": Self.json(storage), "scrub": scrub?.json ?? nil,
            "backup": backup?.json ?? nil,
        ]
    }

    private static func json(_ space: FileSystemSpace?) -> JSONValue {
        space.map { ["free": .integer($0.free), "total": .integer($0.total)] } ?? nil
    }
}
