/// How one file, or one content, stands to the invariant.
enum Verdict: Sendable, Equatable {
    case ok
    /// It was recorded or filed, and is not on the disk.
    case missing
    /// It is on the disk with other bytes than were filed, or cannot be read; with the reason.
    case damaged(String)
    /// It is on the disk, and the ledger does not know of it.
    case unrecorded
    /// It is known to have arrived, and stands nowhere.
    case lost
}
