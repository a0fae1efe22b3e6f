/// A journal whose librarian does not run, and cannot start as long as this value lives.
struct LockedJournal: Sendable {
    let librarian: String
    let folder: JournalFolder
}
