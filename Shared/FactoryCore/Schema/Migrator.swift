/// Brings a database's schema to the version that this program was built for.
public struct Migrator: Sendable {
    private let connection: PostgresConnection
    private let migrations: [Migration]

    /// - Parameters:
    ///   - connection: logged in as the role that owns the schema, or will.
    ///   - migrations: all steps, in order.
    public init(connection: PostgresConnection, migrations: [Migration] = Migration.all) {
        self.connection = connection
        self.migrations = migrations
    }

    /// Applies the missing migrations, each in a transaction of its own together with the row that records it.
    /// Several programs may try at once: one does it, the others wait for its lock and find nothing left to do.
    ///
    /// - Returns: the versions that were applied.
    /// - Throws: `SchemaError` when the database is not of this program's line, `DatabaseError` when a step fails;
    ///   the schema is then as the last complete step left it.
    @discardableResult
    public func migrate() async throws -> [Int] {
        try await SchemaLock(connection: connection).whileHeld { try await applyMissing() }
    }

    /// Whether the connection's role may bring the schema up to date: it owns it, or there is none yet and it may make one.
    ///
    /// - Throws: `DatabaseError`.
    public func ownsSchema() async throws -> Bool {
        try await connection.query(SchemaMigrationsTable.isOwned) { try $0.bool(0) }.first == true
    }

    /// Checks, without changing anything, that the database has exactly this program's schema.
    ///
    /// - Throws: `SchemaError` when it has not.
    public func verify() async throws {
        let applied = try await applied()
        let missing = try MigrationPlan.missing(applied: applied, known: migrations)
        guard missing.isEmpty else {
            throw SchemaError.older(database: applied.keys.max() ?? 0, program: migrations.last?.version ?? 0)
        }
    }

    private func applyMissing() async throws -> [Int] {
        try await connection.execute(unsafeScript: SchemaMigrationsTable.creation)
        let missing = try MigrationPlan.missing(applied: try await applied(), known: migrations)
        for migration in missing { try await apply(migration) }
        return missing.map(\.version)
    }

    private func apply(_ migration: Migration) async throws {
        let record = SchemaMigrationsTable.insert(
            version: migration.version, name: migration.name, checksum: try migration.checksum())
        try await connection.execute("BEGIN")
        do {
            // Scripts name their schemas; whatever the role's search path is, unqualified names mean public.
            try await connection.execute("SET LOCAL search_path = public")
            try await connection.execute(unsafeScript: migration.script)
            try await connection.execute(record)
            try await connection.execute("COMMIT")
        } catch {
            _ = try? await connection.execute("ROLLBACK")
            throw error
        }
    }

    private func applied() async throws -> [Int: String] {
        guard try await connection.query(SchemaMigrationsTable.exists, { try $0.bool(0) }).first == true else {
            return [:]
        }
        let rows = try await connection.query(SchemaMigrationsTable.selectAll) { row in
            (try row.int(0), try row.string(1))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}
