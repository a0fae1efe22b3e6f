/// An inbox, as we see it and as Syncthing does.
struct SyncthingInbox: Sendable, Hashable {
    /// Absolute, as its librarian knows it.
    let path: String
    /// Where Syncthing sees it: another container may have it elsewhere.
    let pathForSyncthing: String
}
