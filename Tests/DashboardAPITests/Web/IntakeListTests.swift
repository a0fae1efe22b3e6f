import FactoryCore
import TestSupport
import Testing

@Suite("Files that did not become assets")
struct IntakeListTests {
    @Test("are listed page by page, the latest first, all of them or those of one outcome")
    func pages() async throws {
        try await withAPI { api, database, _ in
            try await database.connect().execute(
                """
                INSERT INTO factory.intake (
                    librarian_id, outcome, original_path, original_name, size_bytes, reason, occurred_at)
                SELECT 'librarian', CASE WHEN n % 3 = 0 THEN 'quarantined' ELSE 'duplicate' END, '/in/' || n, n, n, 'why',
                    timestamp '2026-01-01' + n / 2 * interval '1 second'
                FROM generate_series(1, 9) AS n
                """)
            #expect(try await Self.names(api, "limit=2") == (1...9).reversed().map { "\($0)" })
            #expect(try await Self.names(api, "limit=1&outcome=quarantined") == ["9", "6", "3"])
            let first = try #require(try await api.get("/api/v1/intake?limit=1").list("items").first)
            #expect(first["reason"] as? String == "why")
            #expect(first["occurred_at"] as? String == "2026-01-01T00:00:04Z")
            #expect(try await api.get("/api/v1/intake?outcome=lost").status == 400)
            #expect(try await api.get("/api/v1/intake?cursor=1").status == 400)
        }
    }

    private static func names(_ api: TestAPI, _ query: String) async throws -> [String] {
        var names: [String] = []
        var cursor = ""
        while true {
            let answer = try await api.get("/api/v1/intake?\(query)\(cursor.replacing(" ", with: "+"))")
            names += try answer.list("items").compactMap { $0["name"] as? String }
            guard let next = try answer.object()["next"] as? String else { return names }
            cursor = "&cursor=\(next)"
        }
    }
}
