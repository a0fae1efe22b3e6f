import FactoryCore
import TestSupport
import Testing

/// Statements that are sent together count together.
struct TransactionTests {
    @Test func allStatementsCountAndRowsTellTheirStatement() async throws {
        try await withNumbers { connection in
            var seen: [String] = []
            try await connection.transaction([
                "INSERT INTO numbers VALUES (1), (2)",
                "SELECT value FROM numbers ORDER BY value",
                "INSERT INTO numbers VALUES (3) RETURNING value",
            ]) { index, row in seen.append("\(index): \(try row.int(0))") }
            #expect(seen == ["1: 1", "1: 2", "2: 3"])
            #expect(try await numbers(connection) == [1, 2, 3])
        }
    }

    @Test(arguments: 0..<3) func errorInAnyStatementUndoesAll(position: Int) async throws {
        try await withNumbers { connection in
            var statements: [SQL] = ["INSERT INTO numbers VALUES (1)", "INSERT INTO numbers VALUES (2)"]
            statements.insert("INSERT INTO numbers VALUES (1/0)", at: position)
            let error = await #expect(throws: DatabaseError.self) { try await connection.transaction(statements) }
            #expect(error?.sqlState?.code == "22012")
            #expect(try await numbers(connection) == [])
            try await connection.transaction(["INSERT INTO numbers VALUES (7)"])
            #expect(try await numbers(connection) == [7])
        }
    }

    @Test func errorAtTheCommitUndoesAll() async throws {
        try await withNumbers { connection in
            try await connection.execute("ALTER TABLE numbers ADD UNIQUE (value) DEFERRABLE INITIALLY DEFERRED")
            let error = await #expect(throws: DatabaseError.self) {
                try await connection.transaction(["INSERT INTO numbers VALUES (1)", "INSERT INTO numbers VALUES (1)"])
            }
            #expect(error?.sqlState?.code == "23505")
            #expect(try await numbers(connection) == [])
        }
    }

    @Test func emptyTransactionIsNone() async throws {
        try await withNumbers { connection in
            try await connection.transaction([])
            #expect(try await numbers(connection) == [])
        }
    }

    @Test func largeTransactionDoesNotBlockItself() async throws {
        try await withNumbers { connection in
            // More than the buffers of the socket hold, both ways.
            let statements = (0..<2000).map { number -> SQL in
                "INSERT INTO numbers VALUES (\(number)) RETURNING value, \(String(repeating: "x", count: 2000))::text"
            }
            var count = 0
            try await connection.transaction(statements) { index, row in
                let value = try row.int(0)
                #expect(value == index)
                count += 1
            }
            #expect(count == 2000)
        }
    }

    /// The server answers the first value while the others are still being sent: who does not read then waits until the
    /// connection's limit, and fails.
    @Test(arguments: [1, 2, 5]) func largeValuesDoNotBlockEachOther(count: Int) async throws {
        try await withNumbers { connection in
            let text = String(repeating: "x", count: 4_000_000)
            let statements = (0..<count).map { number -> SQL in
                "INSERT INTO numbers VALUES (\(number)) RETURNING value, \(text)::text, \(text)::text"
            }
            var lengths: [Int] = []
            try await connection.transaction(statements) { _, row in
                lengths.append(try row.string(1).utf8.count + row.string(2).utf8.count)
            }
            #expect(lengths == Array(repeating: 2 * text.utf8.count, count: count))
            #expect(try await numbers(connection) == Array(0..<count))
        }
    }

    @Test func connectionThatBreaksInTheMiddleSaysSo() async throws {
        try await withNumbers { connection in
            let error = await #expect(throws: DatabaseError.self) {
                try await connection.transaction([
                    "INSERT INTO numbers VALUES (1)", "SELECT pg_terminate_backend(pg_backend_pid())",
                ])
            }
            #expect(error?.connectionLost == true)
            #expect(error?.consequence == .retry)
        }
    }

    private func withNumbers(_ body: (PostgresConnection) async throws -> Void) async throws {
        try await withEmptyDatabase { database in
            let connection = try await database.connect()
            try await connection.execute("CREATE TABLE numbers (value int)")
            try await body(connection)
        }
    }

    private func numbers(_ connection: PostgresConnection) async throws -> [Int] {
        try await connection.query("SELECT value FROM numbers ORDER BY value") { try $0.int(0) }
    }
}
