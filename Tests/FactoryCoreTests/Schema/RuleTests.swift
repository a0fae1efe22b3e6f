import FactoryCore
import TestSupport
import Testing

@Suite("The database keeps the rules of the schema document")
struct RuleTests {
    @Test(
        "A hash is 64 lowercase hexadecimal digits",
        arguments: [
            "", "abc", String(repeating: "A", count: 64), String(repeating: "a", count: 63),
            String(repeating: "g", count: 64), String(repeating: "a", count: 63) + "\n",
        ])
    func badHash(hash: String) async throws {
        try await expectRefusal(
            "23514", "INSERT INTO media_assets \(unsafe: Self.asset) VALUES (\(hash), '', '', '', 0)")
    }

    @Test("A size is not negative")
    func badSize() async throws {
        try await expectRefusal(
            "23514", "INSERT INTO media_assets \(unsafe: Self.asset) VALUES (repeat('a', 64), '', '', '', -1)")
    }

    @Test("A content has one row")
    func secondRow() async throws {
        try await expectRefusal(
            "23505",
            """
            INSERT INTO media_assets \(unsafe: Self.asset)
            VALUES (repeat('a', 64), '', '', '', 0), (repeat('a', 64), '', '', '', 0)
            """)
    }

    @Test(
        "A position is two numbers in range and nothing else",
        arguments: [
            "null", "1", "\"x\"", "[]", "[\"lat\", \"lon\"]", "{}", #"{"lat": 1}"#, #"{"lon": 1}"#,
            #"{"lat": "1", "lon": 1}"#, #"{"lat": null, "lon": 1}"#, #"{"lat": 90.0001, "lon": 1}"#,
            #"{"lat": -91, "lon": 1}"#, #"{"lat": 1, "lon": 180.5}"#, #"{"lat": 1, "lon": -181}"#,
            #"{"lat": 1, "lon": 1, "city": "Tokyo"}"#,
        ])
    func badPosition(position: String) async throws {
        try await expectRefusal("23514", Self.insert(position: position))
    }

    @Test(
        "The ends of the range are positions, and so is none",
        arguments: [#"{"lat": 90, "lon": -180}"#, #"{"lat": -90.0, "lon": 180}"#, #"{"lat": 0, "lon": 1e-7}"#, nil])
    func goodPosition(position: String?) async throws {
        try await withScratchDatabase { database in
            #expect(try await database.connect().execute(Self.insert(position: position)) == 1)
        }
    }

    @Test("A state is OK, WARNING or ERROR", arguments: ["", "ok", "UNKNOWN"])
    func badStatus(status: String) async throws {
        try await expectRefusal("23514", "INSERT INTO system_status (service_name, status) VALUES ('x', \(status))")
        try await expectRefusal(
            "23514",
            """
            INSERT INTO system_status_history (service_name, status, heartbeat_timestamp)
            VALUES ('x', \(status), now())
            """)
    }

    @Test("A file that is ignored again is still one, however long its path; two librarians see two")
    func ignoredOnce() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            let path = String((0..<4096).map { _ in "abcdefghijklmnopqrstuvwxyz/".randomElement() ?? "/" })
            for librarian in ["librarian", "librarian", "attic"] {
                try await connection.execute(
                    """
                    INSERT INTO factory.intake (librarian_id, outcome, original_path, original_name, size_bytes, reason)
                    VALUES (\(librarian), 'ignored', \(path), 'x', 0, 'no photo')
                    ON CONFLICT (librarian_id, md5(original_path)) WHERE outcome = 'ignored' DO NOTHING
                    """)
            }
            #expect(try await connection.query("SELECT count(*) FROM factory.intake") { try $0.int(0) } == [2])
        }
    }

    private static let asset = "(file_hash, original_name, original_path, final_path, size_bytes)"

    private static func insert(position: String?) -> SQL {
        """
        INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes, location)
        VALUES (repeat('a', 64), '', '', '', 0, \(position)::jsonb)
        """
    }

    private func expectRefusal(_ sqlState: String, _ statement: SQL) async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            let error = await #expect(throws: DatabaseError.self) { try await connection.execute(statement) }
            #expect(error?.sqlState?.code == sqlState)
        }
    }
}
