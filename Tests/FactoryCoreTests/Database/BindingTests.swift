import FactoryCore
import TestSupport
import Testing

/// A value reaches the server and comes back as it was, and is never read as part of a statement.
struct BindingTests {
    private static let hostile = [
        "", " ", "it's", "'; DROP TABLE media_assets; --", "\"quoted\"", "back\\slash", "\\n", "two\nlines",
        "tab\there",
        "$1", "%s", "{a,b}", "NULL", "null", "Grüße 写真 📷", "e\u{301}", "\u{202E}reversed", "\u{1}control",
        String(repeating: "long ", count: 50_000),
    ]

    @Test func textComesBackAsItWas() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            for text in Self.hostile {
                let answer = try await connection.query("SELECT \(text)::text") { try $0.string(0) }
                #expect(answer == [text])
                // Swift takes é for e followed by an accent; a file system does not.
                #expect(answer.first.map { Array($0.utf8) } == Array(text.utf8))
            }
        }
    }

    @Test func arraysOfHostileTextComeBackAsTheyWere() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            let elements: [String?] = Self.hostile + [nil, "after the gap", "}", ",", "\"", "\\"]
            let answer = try await connection.query(
                "SELECT element FROM unnest(\(SQLArray(elements))::text[]) WITH ORDINALITY AS e (element, place) ORDER BY place"
            ) { $0.optionalString(0) }
            #expect(answer == elements)
        }
    }

    @Test func arraysOfEveryTypeComeBackAsTheyWere() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            func texts<Element: SQLElement>(_ elements: [Element?], _ type: String) async throws -> [String?] {
                let array = SQLArray(elements)
                return try await connection.query(
                    "SELECT unnest(\(array)::\(unsafe: type)[])::text"
                ) { $0.optionalString(0) }
            }
            #expect(
                try await texts([0, nil, -1, .max, .min], "bigint") == ["0", nil, "-1", "\(Int.max)", "\(Int.min)"])
            #expect(try await texts([true, nil, false], "boolean") == ["true", nil, "false"])
            let times: [Timestamp?] = [
                .distantPast, nil, Timestamp(microseconds: 1_700_000_000_123_456), .distantFuture,
            ]
            #expect(
                try await texts(times, "timestamp") == [
                    "0001-01-01 00:00:00", nil, "2023-11-14 22:13:20.123456", "9999-12-31 23:59:59.999999",
                ])
            let wall = try #require(CivilTime("2024-02-29 23:59:59.5"))
            #expect(try await texts([wall], "timestamp") == ["2024-02-29 23:59:59.5"])
            let fingerprint = try #require(Fingerprint(hex: String(repeating: "0123456789abcdef", count: 4)))
            #expect(try await texts([fingerprint, nil], "text") == [fingerprint.hex, nil])
        }
    }

    @Test func emptyArrayHasNoElements() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            let none: [String?] = []
            let answer = try await connection.query("SELECT cardinality(\(SQLArray(none))::text[])") { try $0.int(0) }
            #expect(answer == [0])
        }
    }

    @Test func absentValueIsNullAndNotEmptyText() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            let absent: String? = nil
            let answer = try await connection.query("SELECT \(absent)::text IS NULL, \("")::text IS NULL") { row in
                [try row.bool(0), try row.bool(1)]
            }
            #expect(answer == [[true, false]])
        }
    }

    @Test func numbersAndTruthValuesKeepTheirLimits() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            let answer = try await connection.query(
                "SELECT \(Int64.min)::bigint, \(Int.max)::bigint, \(true)::boolean, \(false)::boolean"
            ) { row in "\(try row.int64(0)) \(try row.int(1)) \(try row.bool(2)) \(try row.bool(3))" }
            #expect(answer == ["\(Int64.min) \(Int.max) true false"])
        }
    }

    @Test func nulCharacterIsRefusedInsteadOfCuttingTheText() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            let error = await #expect(throws: DatabaseError.self) {
                try await connection.execute("SELECT \("a\0b")::text")
            }
            #expect(error?.consequence == .refuseRow)
            #expect(try await connection.query("SELECT 1") { try $0.int(0) } == [1])
        }
    }

    @Test func nowMeansUTCToEveryConnection() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            #expect(try await connection.query("SHOW timezone") { try $0.string(0) } == ["UTC"])
        }
    }
}
