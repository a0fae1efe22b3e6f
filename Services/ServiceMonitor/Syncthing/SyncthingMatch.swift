/// One of Syncthing's folders that has to do with an inbox.
struct SyncthingMatch: Sendable, Hashable {
    let folder: SyncthingFolder
    /// Where it lies below the inbox; empty when it is the inbox or holds it.
    let below: String
}
