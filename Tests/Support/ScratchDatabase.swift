public import FactoryCore

/// A database of its own for one test.
public struct ScratchDatabase: Sendable {
    public let cluster: ScratchCluster
    public let name: String

    /// How this test program reaches it.
    public var settings: ConnectionSettings { cluster.settings(database: name) }

    /// libpq's variables for a program that the test starts.
    public var environment: [String: String] { cluster.environment(database: name) }

    /// Opens a new connection.
    public func connect() async throws -> PostgresConnection {
        try await PostgresConnection.open(settings)
    }

    /// Makes it unreachable until `open`.
    public func close() async throws {
        try await cluster.administer("ALTER DATABASE \(unsafe: name) ALLOW_CONNECTIONS false")
        try await breakConnections()
    }

    /// Makes it reachable again.
    public func open() async throws {
        try await cluster.administer("ALTER DATABASE \(unsafe: name) ALLOW_CONNECTIONS true")
    }

    /// Breaks all connections to it, as a restart of the server does.
    public func breakConnections() async throws {
        try await cluster.administer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = \(name)")
    }
}

/// Lends a database with the factory's tables, cloned from a template that is migrated once for all tests.
public func withScratchDatabase<Result>(
    _ body: (ScratchDatabase) async throws -> Result
) async throws -> Result {
    try await ScratchDatabases.lend(template: { try await TemplateDatabase.shared.name() }, body)
}

/// Lends a database without any tables, for tests that make them.
public func withEmptyDatabase<Result>(_ body: (ScratchDatabase) async throws -> Result) async throws -> Result {
    try await ScratchDatabases.lend(template: { "template0" }, body)
}

/// Creates and drops the databases that tests borrow.
enum ScratchDatabases {
    static func lend<Result>(
        template: () async throws -> String, _ body: (ScratchDatabase) async throws -> Result
    ) async throws -> Result {
        await Turnstile.tests.enter()
        do {
            let database = try await create(from: template())
            let result = try await use(database, body)
            await Turnstile.tests.leave()
            return result
        } catch {
            await Turnstile.tests.leave()
            throw error
        }
    }

    /// `CREATE DATABASE … TEMPLATE` copies no `ALTER DATABASE` settings, so the time zone is set again.
    static func create(from template: String) async throws -> ScratchDatabase {
        let cluster = try ScratchCluster.current()
        let name = "scratch_\(UInt64.random(in: 0...UInt64.max))"
        try await cluster.administer(
            "CREATE DATABASE \(unsafe: name) TEMPLATE \(unsafe: template)",
            "ALTER DATABASE \(unsafe: name) SET timezone TO 'UTC'")
        return ScratchDatabase(cluster: cluster, name: name)
    }

    private static func use<Result>(
        _ database: ScratchDatabase, _ body: (ScratchDatabase) async throws -> Result
    ) async throws -> Result {
        do {
            let result = try await body(database)
            try await drop(database)
            return result
        } catch {
            try? await drop(database)
            throw error
        }
    }

    private static func drop(_ database: ScratchDatabase) async throws {
        try await database.cluster.administer("DROP DATABASE \(unsafe: database.name) WITH (FORCE)")
    }
}
