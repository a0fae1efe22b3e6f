import FactoryCore
import TestSupport
import Testing

/// The connection that a service keeps: lost connections are replaced, an absent server is not waited for.
struct DatabaseTests {
    @Test func lostConnectionIsReplacedAtTheNextUse() async throws {
        try await withScratchDatabase { scratch in
            let database = Database(scratch.settings, applicationName: "test")
            #expect(try await answer(database) == [1])
            try await scratch.breakConnections()
            let error = await #expect(throws: DatabaseError.self) { try await answer(database) }
            #expect(error?.consequence == .retry)
            #expect(try await answer(database) == [1])
        }
    }

    @Test func errorOfAStatementKeepsTheConnection() async throws {
        try await withScratchDatabase { scratch in
            let database = Database(scratch.settings, applicationName: "test")
            let before = try await backend(database)
            await #expect(throws: DatabaseError.self) { try await database.use { try await $0.execute("SELECT 1/0") } }
            #expect(try await backend(database) == before)
        }
    }

    @Test func connectionBearsItsName() async throws {
        try await withScratchDatabase { scratch in
            let database = Database(scratch.settings, applicationName: "a test's own")
            let names = try await database.use { connection in
                try await connection.query("SHOW application_name") { try $0.string(0) }
            }
            #expect(names == ["a test's own"])
        }
    }

    @Test func absentServerFailsAtOnce() async throws {
        let database = Database(
            ConnectionSettings(host: "127.0.0.1", port: 1, user: "x", database: "y"), applicationName: "test")
        let start = ContinuousClock.now
        for _ in 0..<20 {
            let error = await #expect(throws: DatabaseError.self) { try await answer(database) }
            #expect(error?.consequence == .retry)
        }
        // Waiting for an answer, once a try, would take a hundred seconds.
        #expect(ContinuousClock.now - start < .seconds(80))
    }

    private func answer(_ database: Database) async throws -> [Int] {
        try await database.use { try await $0.query("SELECT 1") { try $0.int(0) } }
    }

    private func backend(_ database: Database) async throws -> [Int] {
        try await database.use { try await $0.query("SELECT pg_backend_pid()") { try $0.int(0) } }
    }
}
