import FactoryCore

/// How much room there is.
struct StoragePart: Sendable {
    /// Nil where the folder could not be looked at.
    let inbox: FileSystemSpace?
    let storage: FileSystemSpace?

    var json: JSONValue { ["inbox": Self.json(inbox), "storage": Self.json(storage)] }

    private static func json(_ space: FileSystemSpace?) -> JSONValue {
        space.map { ["free": .integer($0.free), "total": .integer($0.total)] } ?? nil
    }
}
