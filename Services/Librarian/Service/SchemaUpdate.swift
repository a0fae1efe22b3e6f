import FactoryCore
import Logging

/// Brings the database's schema up to this program, and says so.
struct SchemaUpdate: Sendable {
    /// Migrations may rewrite whole tables, and several programs may wait for each other's.
    private static let limit: Duration = .seconds(3600)

    let settings: LibrarianSettings
    let logger: Logger

    /// Can be repeated; a schema that is up to date stays as it is.
    ///
    /// - Throws: `DatabaseError` or `SchemaError` when the database cannot be used.
    func apply() async throws {
        let connection = try await PostgresConnection.open(
            settings.factory.database, applicationName: "\(settings.heartbeatName) migrations", limit: Self.limit)
        let applied = try await Migrator(connection: connection).migrate()
        if let version = applied.max() { logger.notice("the database's schema is now version \(version)") }
    }
}
