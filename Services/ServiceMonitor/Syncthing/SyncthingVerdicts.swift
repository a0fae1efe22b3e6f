import FactoryCore

/// What librarians are told about their inboxes.
struct SyncthingVerdicts: Sendable {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Writes all of them or none; nothing as long as a new database has no table for them.
    func write(_ statements: [SQL]) async throws {
        try await database.use { connection in
            guard try await connection.query(SyncthingVerdictsTable.exists, { try $0.bool(0) }).first == true else {
                return
            }
            try await connection.transaction(statements)
        }
    }
}
