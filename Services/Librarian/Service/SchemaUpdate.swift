import FactoryCore
import Logging

/// Brings the database's schema up to this program where the librarian owns it, and says so; where somebody else does, looks
/// whether it is.
struct SchemaUpdate: Sendable {
    /// Migrations may rewrite whole tables, and several programs may wait for each other's.
    private static let limit: Duration = .seconds(3600)

    private static let insufficientPrivilege = "42501"

    let settings: LibrarianSettings
    let logger: Logger

    /// The same by somebody who has a connection already: with it alone if the schema is up to date, as it nearly always is.
    func apply(seenBy connection: PostgresConnection) async throws {
        do {
            try await Migrator(connection: connection).verify()
        } catch let error as SchemaError where error.isOlder {
            try await apply()
        } catch let error as DatabaseError where error.sqlState?.code == Self.insufficientPrivilege {
            try await apply()
        }
    }

    /// Can be repeated; a schema that is up to date stays as it is.
    ///
    /// - Throws: `Obstacle` while somebody else has to bring it up to date, `DatabaseError` or `SchemaError` when the database
    ///   cannot be used.
    func apply() async throws {
        let connection = try await PostgresConnection.open(
            settings.factory.database, applicationName: "\(settings.heartbeatName) migrations", limit: Self.limit)
        let migrator = Migrator(connection: connection)
        guard try await migrator.ownsSchema() else { return try await check(migrator) }
        let applied = try await migrator.migrate()
        if let version = applied.max() { logger.notice("the database's schema is now version \(version)") }
    }

    private func check(_ migrator: Migrator) async throws {
        do {
            try await migrator.verify()
        } catch let error as SchemaError where error.isOlder {
            throw Obstacle("\(error); this role may not run them, so run 'migrate' as the one who owns the schema")
        } catch let error as DatabaseError where error.sqlState?.code == Self.insufficientPrivilege {
            throw Obstacle("\(error): run 'migrate --roles' as the one who owns the schema")
        }
    }
}
