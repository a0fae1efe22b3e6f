/// `factory.vault`: to which installation the database belongs. One row, or none before the first run.
public enum VaultTable {
    /// Answers `id`; no row before the first run.
    public static let find: SQL = "SELECT id FROM factory.vault"

    /// Gives the database an id unless it has one.
    public static func insert(_ id: VaultID) -> SQL {
        "INSERT INTO factory.vault (id) VALUES (\(id)) ON CONFLICT (only_row) DO NOTHING"
    }

    /// Gives the database an id, whichever it had.
    public static func replace(_ id: VaultID) -> SQL {
        """
        INSERT INTO factory.vault (id) VALUES (\(id))
        ON CONFLICT (only_row) DO UPDATE SET id = excluded.id, created_at = now()
        """
    }

    /// Reads what `find` answers.
    ///
    /// - Throws: `DatabaseError` when it is no id.
    public static func id(_ row: borrowing Row) throws(DatabaseError) -> VaultID {
        try row.vaultID(0)
    }
}
