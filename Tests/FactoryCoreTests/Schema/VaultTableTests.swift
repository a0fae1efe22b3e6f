import FactoryCore
import TestSupport
import Testing

struct VaultTableTests {
    private func id(_ connection: PostgresConnection) async throws -> [VaultID] {
        try await connection.query(VaultTable.find) { try VaultTable.id($0) }
    }

    @Test func firstIdStaysUnlessItIsReplaced() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            let (first, second) = (VaultID.random(), VaultID.random())
            #expect(try await id(connection) == [])
            #expect(try await connection.execute(VaultTable.insert(first)) == 1)
            #expect(try await connection.execute(VaultTable.insert(second)) == 0)
            #expect(try await id(connection) == [first])
            try await connection.execute(VaultTable.replace(second))
            #expect(try await id(connection) == [second])
        }
    }

    @Test(arguments: [
        "INSERT INTO factory.vault (id) VALUES (repeat('A', 32))", "INSERT INTO factory.vault (id) VALUES ('abc')",
        "INSERT INTO factory.vault (only_row, id) VALUES (false, repeat('a', 32))",
    ])
    func otherRowsAreRefused(statement: String) async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            let error = await #expect(throws: DatabaseError.self) {
                try await connection.execute("\(unsafe: statement)")
            }
            #expect(error?.sqlState?.code == "23514")
        }
    }
}
