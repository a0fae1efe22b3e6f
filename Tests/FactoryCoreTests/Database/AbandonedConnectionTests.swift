import FactoryCore
import TestSupport
import Testing

/// After a statement whose answer nobody waited for, the line holds an answer to somebody else's question.
@Suite("An abandoned connection")
struct AbandonedConnectionTests {
    @Test("gives nobody the answer to another's transaction")
    func transaction() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            try await abandon(connection)
            let error = await #expect(throws: DatabaseError.self) {
                try await connection.transaction(["SELECT 'mine'"]) { _, row in
                    Issue.record("answered \(try row.string(0))")
                }
            }
            #expect(error?.connectionLost == true)
        }
    }

    @Test("gives nobody the answer to another's statement")
    func statement() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            try await abandon(connection)
            let error = await #expect(throws: DatabaseError.self) {
                try await connection.query("SELECT 'mine'") { Issue.record("answered \(try $0.string(0))") }
            }
            #expect(error?.connectionLost == true)
        }
    }

    private func abandon(_ connection: PostgresConnection) async throws {
        let task = Task {
            try await connection.transaction(["SELECT pg_sleep(1), 'other'", "SELECT 'other'"])
        }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await connection.isLost)
    }
}
