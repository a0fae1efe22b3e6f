/// `factory.journal_positions`: how far each librarian's journal has been applied to the tables.
public enum JournalPositionsTable {
    /// Answers `segment`, `line`, `line_hash`; no row for a librarian whose journal was never applied.
    public static func find(librarian: String) -> SQL {
        "SELECT segment, line, line_hash FROM factory.journal_positions WHERE librarian_id = \(librarian)"
    }

    /// Moves the position from where the librarian left it. Belongs into the transaction that inserts the rows.
    ///
    /// Changes no row when the database has another position than that, as after somebody restored an older backup:
    /// what lies between has to be applied first.
    public static func advance(librarian: String, from: JournalPosition?, to: JournalPosition) -> SQL {
        guard let from else {
            return """
                INSERT INTO factory.journal_positions (librarian_id, segment, line, line_hash, applied_at)
                VALUES (\(librarian), \(to.segment), \(to.line), \(to.hash.hex), now())
                ON CONFLICT (librarian_id) DO NOTHING
                """
        }
        return """
            UPDATE factory.journal_positions
            SET segment = \(to.segment), line = \(to.line), line_hash = \(to.hash.hex), applied_at = now()
            WHERE librarian_id = \(librarian) AND segment = \(from.segment) AND line = \(from.line)
                AND line_hash = \(from.hash.hex)
            """
    }

    /// Sets the position, wherever it was.
    public static func upsert(librarian: String, _ position: JournalPosition) -> SQL {
        """
        INSERT INTO factory.journal_positions (librarian_id, segment, line, line_hash, applied_at)
        VALUES (\(librarian), \(position.segment), \(position.line), \(position.hash.hex), now())
        ON CONFLICT (librarian_id) DO UPDATE
        SET segment = excluded.segment, line = excluded.line, line_hash = excluded.line_hash,
            applied_at = excluded.applied_at
        """
    }

    /// Forgets how far a journal was applied, so that it is applied from its beginning.
    public static func forget(librarian: String) -> SQL {
        "DELETE FROM factory.journal_positions WHERE librarian_id = \(librarian)"
    }

    /// Reads what `find` answers.
    public static func position(_ row: borrowing Row) throws(DatabaseError) -> JournalPosition {
        JournalPosition(segment: try row.int(0), line: try row.int(1), hash: try row.fingerprint(2))
    }
}
