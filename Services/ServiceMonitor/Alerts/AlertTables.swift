import FactoryCore

/// What the alerts read from the database, and write there.
struct AlertTables: Sendable {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// What was told before.
    ///
    /// - Throws: `DatabaseError`, also while the table has not been made yet; the others likewise.
    func announcements() async throws -> [Announcement] {
        try await database.use { connection in
            try await connection.query(AlertsTable.all) { try AlertsTable.announcement($0) }
        }
    }

    /// Every service that has reported.
    func services() async throws -> [ReportedService] {
        try await database.use { connection in
            try await connection.query(SystemStatusTable.reported) { try SystemStatusTable.reportedService($0) }
        }
    }

    /// Writes down what was told. Can be repeated.
    func save(_ announcement: Announcement) async throws {
        try await database.use { try await $0.execute(AlertsTable.upsert(announcement)) }
    }
}
