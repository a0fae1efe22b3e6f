import FactoryCore

/// What the database is told of a batch while the next one is filed.
struct Telling: Sendable {
    let rows: OwedRows
    /// Those of the rows that the journal does not have.
    let notes: [IntakeRecord]
    /// How far the database has applied the journal, and how far it has with these rows.
    let from: JournalPosition?
    let to: JournalPosition
}
