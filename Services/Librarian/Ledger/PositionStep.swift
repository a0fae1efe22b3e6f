import FactoryCore

/// What recording does to the journal's position.
enum PositionStep {
    /// It stays where it is.
    case stay
    /// It moves on, provided that it is where it was left.
    case advance(from: JournalPosition?, to: JournalPosition)
    /// It is set, wherever it was.
    case set(JournalPosition)

    /// The statement for it, last in the transaction that writes the rows.
    func statements(librarian: String) -> [SQL] {
        switch self {
        case .stay: []
        case .advance(let from, let to): [JournalPositionsTable.advance(librarian: librarian, from: from, to: to)]
        case .set(let position): [JournalPositionsTable.upsert(librarian: librarian, position)]
        }
    }
}
