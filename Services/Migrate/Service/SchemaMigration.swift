import FactoryCore
import Logging

/// One run: waits for the database, brings its schema up to date, makes the roles where they are wanted.
struct SchemaMigration: Sendable {
    /// Migrations may rewrite whole tables, and several programs may wait for each other's.
    private static let limit: Duration = .seconds(3600)

    let settings: MigrateSettings
    let logger: Logger

    /// Can be repeated; what is as it should be stays.
    ///
    /// - Throws: `StartupError` when the database does not answer or the role may not do this, `DatabaseError`,
    ///   `SchemaError`.
    func run() async throws -> MigrateReport {
        let connection = try await DatabaseWait(logger: logger).open {
            try await PostgresConnection.open(
                settings.factory.database, applicationName: MigrateSettings.programName, limit: Self.limit)
        }
        let migrator = Migrator(connection: connection)
        guard try await migrator.ownsSchema() else {
            throw StartupError("the schema belongs to another role than the one that PGUSER names: log in as its owner")
        }
        let applied = try await migrator.migrate()
        guard let passwords = settings.passwords else {
            return MigrateReport(applied: applied, roles: [], openDoors: [])
        }
        let openDoors = try await RoleSetup(connection: connection).apply(passwords)
        return MigrateReport(applied: applied, roles: ServiceRole.allCases, openDoors: openDoors)
    }
}
