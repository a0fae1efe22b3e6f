/// Out of which folders of Syncthing's files may be moved; the words are those of `LIBRARIAN_SYNCTHING`.
enum SyncthingMode: String, Sendable, CaseIterable {
    /// Only out of those that were seen to be receive-only.
    case receiveOnly = "receiveonly"
    /// Out of any: the owner knows that phones lose what is moved out of a folder that also sends.
    case any
}
