import FactoryCore

/// Content that has a row for another file than the one that needs one.
struct LedgerConflict: Sendable {
    let entry: LedgerEntry
    /// The file that the row names.
    let stored: StoredOriginal
}
