import FactoryCore
import TestSupport
import Testing

/// The schema comes to the version that the program needs, once, whoever asks and how often.
struct MigratorTests {
    private let versions = Migration.all.map(\.version)

    @Test func emptyDatabaseGetsEveryStepAndTheSecondTimeNone() async throws {
        try await withEmptyDatabase { database in
            let connection = try await database.connect()
            #expect(try await Migrator(connection: connection).migrate() == versions)
            #expect(try await Migrator(connection: connection).migrate() == [])
            #expect(try await recorded(connection) == versions)
            try await Migrator(connection: connection).verify()
        }
    }

    @Test func databaseOfAnEarlierVersionGetsWhatIsMissing() async throws {
        try await withEmptyDatabase { database in
            let connection = try await database.connect()
            let first = Migrator(connection: connection, migrations: Array(Migration.all.prefix(1)))
            #expect(try await first.migrate() == [1])
            #expect(try await Migrator(connection: connection).migrate() == Array(versions.dropFirst()))
        }
    }

    @Test func ofSeveralAtOnceOneDoesTheWork() async throws {
        try await withEmptyDatabase { database in
            let applied = try await withThrowingTaskGroup(of: [Int].self) { group in
                for _ in 0..<4 {
                    group.addTask { try await Migrator(connection: database.connect()).migrate() }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(applied.filter { !$0.isEmpty } == [versions])
            #expect(try await recorded(database.connect()) == versions)
        }
    }

    @Test func changedStepIsRefused() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            try await connection.execute(
                "UPDATE factory.schema_migrations SET checksum = repeat('0', 64) WHERE version = 1")
            let refusal = SchemaError.changed(version: 1, name: Migration.all[0].name)
            await #expect(throws: refusal) { try await Migrator(connection: connection).migrate() }
            await #expect(throws: refusal) { try await Migrator(connection: connection).verify() }
        }
    }

    @Test func newerDatabaseIsRefused() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            try await connection.execute(
                """
                INSERT INTO factory.schema_migrations (version, name, checksum)
                VALUES (999, 'from_the_future', repeat('0', 64))
                """)
            let refusal = SchemaError.newer(database: 999, program: versions.last ?? 0)
            await #expect(throws: refusal) { try await Migrator(connection: connection).migrate() }
            await #expect(throws: refusal) { try await Migrator(connection: connection).verify() }
        }
    }

    @Test func verifyingChangesNothing() async throws {
        try await withEmptyDatabase { database in
            let connection = try await database.connect()
            await #expect(throws: SchemaError.older(database: 0, program: versions.last ?? 0)) {
                try await Migrator(connection: connection).verify()
            }
            let schemas = try await connection.query("SELECT count(*) FROM pg_namespace WHERE nspname = 'factory'") {
                try $0.int(0)
            }
            #expect(schemas == [0])
        }
    }

    @Test func failedStepLeavesNothingBehindAndNobodyLockedOut() async throws {
        try await withEmptyDatabase { database in
            let connection = try await database.connect()
            try await connection.execute("CREATE VIEW media_assets AS SELECT 1 AS id")
            await #expect(throws: DatabaseError.self) { try await Migrator(connection: connection).migrate() }
            #expect(try await recorded(connection) == [])
            let tables = try await connection.query("SELECT to_regclass('public.system_status') IS NULL") {
                try $0.bool(0)
            }
            #expect(tables == [true])

            try await connection.execute("DROP VIEW media_assets")
            #expect(try await Migrator(connection: database.connect()).migrate() == versions)
        }
    }

    private func recorded(_ connection: PostgresConnection) async throws -> [Int] {
        try await connection.query("SELECT version FROM factory.schema_migrations ORDER BY version") { try $0.int(0) }
    }
}
