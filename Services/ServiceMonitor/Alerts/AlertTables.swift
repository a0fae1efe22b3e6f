import FactoryCore

/// What the alerts read from the database, and write there.
struct AlertTables: Sendable {
    /// The table of announcements has not been made yet.
    struct Missing: Error, CustomStringConvertible {
        let description = "the database has no table factory.alerts: migrations have not run yet"
    }

    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// What was told before.
    ///
    /// - Throws: `Missing` while there is no table of it; `DatabaseError`, as the others do.
    func announcements() async throws -> [Announcement] {
        try await database.use { connection in
            // Asking first keeps an error out of the server's log whenever a new factory is started.
            guard try await connection.query(AlertsTable.exists, { try $0.bool(0) }).first == true else {
                throw Missing()
            }
            return try await connection.query(AlertsTable.all) { try AlertsTable.announcement($0) }
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
