import FactoryCore

/// What the ledger made of a batch of rows.
struct LedgerAnswer: Sendable {
    /// Content that has a row already, for a file that stands elsewhere: two librarians filed it at the same time.
    var elsewhere: [StoredOriginal] = []
    /// Rows that the database refused, with its reason.
    var refused: [(asset: MediaAsset, reason: String)] = []
}
