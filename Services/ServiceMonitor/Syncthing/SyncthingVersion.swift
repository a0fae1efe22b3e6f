/// What Syncthing says of itself.
struct SyncthingVersion: Sendable, Hashable, Decodable {
    let version: String
}
