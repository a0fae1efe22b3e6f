import FactoryCore
import TestSupport

/// Lends a connection to a database that `script` made and that was adopted then.
func withAdopted<Result>(
    _ script: String, _ body: (PostgresConnection) async throws -> Result
) async throws -> Result {
    try await withEmptyDatabase { database in
        let connection = try await database.connect()
        try await connection.execute(unsafeScript: script)
        try await Migrator(connection: connection).migrate()
        return try await body(connection)
    }
}

extension PostgresConnection {
    /// The first column of all rows.
    func strings(_ statement: SQL) throws -> [String] {
        try query(statement) { try $0.string(0) }
    }
}

extension EarlierDatabase {
    /// Adds a row to the history and answers its number.
    static let beat: SQL = """
        INSERT INTO system_status_history (service_name, status, heartbeat_timestamp)
        VALUES ('librarian', 'OK', now()) RETURNING id::text
        """
}
