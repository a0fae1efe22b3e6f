import FactoryCore
import TestSupport
import Testing

@Suite("A row")
struct RowTests {
    @Test("gives its columns as what they are")
    func values() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            let digest = try SHA256.of([])
            let checked = try await connection.query(
                """
                SELECT -7, 9223372036854775807, true, false, 'ü', NULL::text, TIMESTAMP '2024-03-08 19:50:38.5', \(digest.hex)
                """
            ) { row in
                try expectValues(row, digest: digest)
                return true
            }
            #expect(checked == [true])
        }
    }

    private func expectValues(_ row: borrowing Row, digest: Fingerprint) throws {
        #expect(try row.int(0) == -7)
        #expect(try row.int64(1) == .max)
        #expect(try row.bool(2))
        #expect(try !row.bool(3))
        #expect(try row.string(4) == "ü")
        #expect(row.isNull(5) && !row.isNull(4))
        #expect(row.optionalString(5) == nil)
        #expect(try row.timestamp(6) == Timestamp(seconds: 1_709_927_438, nanoseconds: 500_000_000))
        #expect(try row.fingerprint(7) == digest)
    }

    @Test("that holds something else is an error that names the column")
    func otherKind() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            try await expectError { try await connection.query("SELECT 'yes' AS odd") { try $0.bool(0) } }
            try await expectError { try await connection.query("SELECT NULL AS odd") { try $0.string(0) } }
            try await expectError { try await connection.query("SELECT 'infinity' AS odd") { try $0.timestamp(0) } }
            try await expectError { try await connection.query("SELECT 'abc' AS odd") { try $0.fingerprint(0) } }
            try await expectError { try await connection.query("SELECT 1.5 AS odd") { try $0.int64(0) } }
        }
    }

    private func expectError<Value>(_ query: () async throws -> [Value]) async throws {
        let error = await #expect(throws: DatabaseError.self) { _ = try await query() }
        #expect(error?.message.contains("odd") == true)
        #expect(error?.connectionLost == false)
    }
}
