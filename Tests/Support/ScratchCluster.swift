public import FactoryCore

/// The PostgreSQL server that `Tests/run.sh` starts for the tests and throws away after them.
///
/// It trusts everybody who connects from this machine, and does not wait for its disk.
public struct ScratchCluster: Sendable {
    public let host: String
    public let port: Int
    public let user: String

    /// The server named in the environment; throws `SupportError` when there is none.
    public static func current() throws -> ScratchCluster {
        guard let host = TestEnvironment.value("FACTORY_TEST_PGHOST"),
            let port = TestEnvironment.value("FACTORY_TEST_PGPORT").flatMap({ Int($0) }),
            let user = TestEnvironment.value("FACTORY_TEST_PGUSER")
        else { throw SupportError("This test needs the scratch PostgreSQL: run make test, which starts one.") }
        return ScratchCluster(host: host, port: port, user: user)
    }

    /// How to reach one of its databases.
    public func settings(database: String) -> ConnectionSettings {
        ConnectionSettings(host: host, port: port, user: user, database: database)
    }

    /// libpq's variables for a program that shall use one of its databases.
    public func environment(database: String) -> [String: String] {
        ["PGHOST": host, "PGPORT": String(port), "PGUSER": user, "PGDATABASE": database]
    }

    /// Runs statements that belong to no database of a test, for example `CREATE DATABASE`, one after the other.
    func administer(_ statements: SQL...) async throws {
        let connection = try await PostgresConnection.open(settings(database: "postgres"))
        for statement in statements { try await connection.execute(statement) }
    }
}
