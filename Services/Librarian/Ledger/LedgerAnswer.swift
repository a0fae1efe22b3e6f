import FactoryCore

/// What the ledger made of a batch of rows.
struct LedgerAnswer: Sendable {
    /// Content that has a row already, for a file that stands elsewhere: two librarians filed it at the same time.
    var elsewhere: [StoredOriginal] = []
    /// Whether the journal's position was moved on. If it was not, the database is not where the librarian left it.
    var hasAdvanced = true
    /// Rows that the database refused, with its reason.
    var refused: [(asset: MediaAsset, reason: String)] = []
}
