/// Where Syncthing runs.
struct SyncthingSystem: Sendable, Hashable, Decodable {
    /// What `~` stands for in the paths of folders.
    let tilde: String
}
