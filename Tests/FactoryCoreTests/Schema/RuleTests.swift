import FactoryCore
import TestSupport
import Testing

@Suite("The database keeps the rules of the schema document")
struct RuleTests {
    @Test("A hash is 64 lowercase hexadecimal digits")
    func hashes() async throws {
        let hashes = [
            "", "abc", String(repeating: "A", count: 64), String(repeating: "a", count: 63),
            String(repeating: "g", count: 64), String(repeating: "a", count: 63) + "\n",
        ]
        // What is no digit at all cannot even be decoded; both mean that the row is at fault.
        let states = try await sqlStates(hashes.map { Self.asset(hash: $0) })
        #expect(states == ["23514", "23514", "23514", "23514", "22023", "22023"], "\(states)")
    }

    @Test("A content has one row, of a size that is not negative")
    func contents() async throws {
        let statements = [Self.asset(), Self.asset(), Self.asset(hash: Self.otherHash, size: -1)]
        #expect(try await sqlStates(statements) == [nil, "23505", "23514"])
    }

    @Test("A position is two numbers in range and nothing else")
    func badPositions() async throws {
        let positions = [
            "null", "1", "\"x\"", "[]", "[\"lat\", \"lon\"]", "{}", #"{"lat": 1}"#, #"{"lon": 1}"#,
            #"{"lat": "1", "lon": 1}"#, #"{"lat": null, "lon": 1}"#, #"{"lat": 90.0001, "lon": 1}"#,
            #"{"lat": -91, "lon": 1}"#, #"{"lat": 1, "lon": 180.5}"#, #"{"lat": 1, "lon": -181}"#,
            #"{"lat": 1, "lon": 1, "city": "Tokyo"}"#,
        ]
        #expect(try await sqlStates(positions.map { Self.asset(position: $0) }) == positions.map { _ in "23514" })
    }

    @Test(
        "The ends of the range are positions, and so is none",
        arguments: [#"{"lat": 90, "lon": -180}"#, #"{"lat": -90.0, "lon": 180}"#, #"{"lat": 0, "lon": 1e-7}"#, nil])
    func goodPosition(position: String?) async throws {
        #expect(try await sqlStates([Self.asset(position: position)]) == [nil])
    }

    @Test("A state is OK, WARNING or ERROR")
    func states() async throws {
        let states = ["OK", "WARNING", "ERROR", "", "ok", "UNKNOWN"]
        let expected = [nil, nil, nil, "23514", "23514", "23514"]
        let now: [SQL] = states.map { "INSERT INTO system_status (service_name, status) VALUES (\($0), \($0))" }
        let then: [SQL] = states.map {
            "INSERT INTO system_status_history (service_name, status, heartbeat_timestamp) VALUES ('x', \($0), now())"
        }
        #expect(try await sqlStates(now) == expected)
        #expect(try await sqlStates(then) == expected)
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

    private static let otherHash = String(repeating: "b", count: 64)

    private static func asset(
        hash: String = String(repeating: "a", count: 64), size: Int = 0, position: String? = nil
    ) -> SQL {
        """
        INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes, location)
        VALUES (\(hash), '', '', '', \(size), \(position)::jsonb)
        """
    }

    /// What the server says to each statement; nil where it agrees.
    private func sqlStates(_ statements: [SQL]) async throws -> [String?] {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            var states: [String?] = []
            for statement in statements {
                do {
                    try await connection.execute(statement)
                    states.append(nil)
                } catch let error as DatabaseError {
                    states.append(error.sqlState?.code)
                }
            }
            return states
        }
    }
}
