import FactoryCore
import Logging

/// Whether the database is ready for what the librarian has to tell it; its schema is brought up to date first.
struct DatabaseAdmission: Sendable {
    /// Migrations may rewrite whole tables, and several programs may wait for each other's.
    private static let migrationLimit: Duration = .seconds(3600)

    let settings: LibrarianSettings
    let logger: Logger

    /// - Throws: `DatabaseError` or `SchemaError` when the database cannot be used.
    func admit() async throws {
        let connection = try await PostgresConnection.open(
            settings.factory.database, applicationName: "\(settings.heartbeatName) migrations",
            limit: Self.migrationLimit)
        let applied = try await Migrator(connection: connection).migrate()
        if let last = applied.max() { logger.notice("the database's schema is now version \(last)") }
    }
}
