import FactoryCore

/// What was found out about Syncthing in one look.
struct SyncthingSituation: Sendable {
    let version: String
    /// For each inbox the verdict, and the folders that it is about with their states; nil for a state that could not be
    /// asked for.
    let inboxes: [(verdict: SyncthingVerdict, folders: [(SyncthingFolder, SyncthingFolderState?)])]
}
