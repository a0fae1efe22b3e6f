/// What the ledger made of rows that were written one by one, where they are not there yet.
struct LedgerAnswer: Sendable {
    /// Only the disk can tell which of the two files the row has to name.
    var conflicts: [LedgerConflict] = []
    /// Rows that the database refused, with its reason.
    var refused: [(entry: LedgerEntry, reason: String)] = []
}
