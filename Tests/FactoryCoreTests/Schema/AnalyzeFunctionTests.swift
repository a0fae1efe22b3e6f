import FactoryCore
import TestSupport
import Testing

@Suite("The planner is told by whoever may call the function")
struct AnalyzeFunctionTests {
    @Test("a role with no more than the grant gathers the statistics; without it none does")
    func rights() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            let role = "analyst_\(UInt64.random(in: 0...UInt64.max))"
            try await connection.execute("CREATE ROLE \(unsafe: role)")
            try await connection.execute("GRANT USAGE ON SCHEMA factory TO \(unsafe: role)")
            await #expect(throws: DatabaseError.self) { try await Self.analyze(connection, as: role) }
            try await connection.execute(
                "GRANT EXECUTE ON FUNCTION factory.analyze_status_history() TO \(unsafe: role)")
            try await Self.fill(connection)
            #expect(try await Self.estimate(connection) != 1000)
            try await Self.analyze(connection, as: role)
            #expect(try await Self.estimate(connection) == 1000)
            try await connection.execute(unsafeScript: "DROP OWNED BY \(role); DROP ROLE \(role)")
        }
    }

    @Test("its search path is fixed")
    func searchPath() async throws {
        try await withScratchDatabase { database in
            let settings = try await database.connect().query(
                """
                SELECT prosecdef::text || ' ' || array_to_string(proconfig, ' ') FROM pg_proc
                WHERE oid = 'factory.analyze_status_history()'::regprocedure
                """
            ) { try $0.string(0) }
            #expect(settings == ["true search_path=pg_catalog, pg_temp"])
        }
    }

    private static func fill(_ connection: PostgresConnection) async throws {
        try await connection.execute(
            """
            INSERT INTO system_status_history (service_name, status, heartbeat_timestamp)
            SELECT 'librarian', 'OK', now() FROM generate_series(1, 1000)
            """)
    }

    private static func estimate(_ connection: PostgresConnection) async throws -> Int? {
        try await connection.query(
            "SELECT reltuples::bigint FROM pg_class WHERE oid = 'public.system_status_history'::regclass"
        ) { try $0.int(0) }.first
    }

    private static func analyze(_ connection: PostgresConnection, as role: String) async throws {
        try await connection.execute("SET ROLE \(unsafe: role)")
        do {
            try await connection.execute(SystemStatusHistoryTable.analyze)
        } catch {
            try await connection.execute("RESET ROLE")
            throw error
        }
        try await connection.execute("RESET ROLE")
    }
}
