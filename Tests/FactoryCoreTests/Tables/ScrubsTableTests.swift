import FactoryCore
import TestSupport
import Testing

@Suite("What is read again next is found along an index")
struct ScrubsTableTests {
    @Test("also among many, read or not")
    func plans() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            try await Self.fill(connection)
            let id = "00000000-0000-0000-0000-000000000000"
            let behind = ScrubPosition(ingestedAt: Timestamp(seconds: 1_767_200_000), id: id)
            let statements: [(String, SQL, String)] = [
                ("first stretch", ScrubsTable.stretch(behind: .beginning, limit: 500), "idx_media_assets_ingested_at"),
                ("later stretch", ScrubsTable.stretch(behind: behind, limit: 500), "idx_media_assets_ingested_at"),
                ("oldest", ScrubsTable.oldest(64), "idx_scrubs_checked_at"),
                (
                    "findings", ScrubsTable.findings(checkedBefore: Timestamp(seconds: 1_767_300_000), limit: 64),
                    "idx_scrubs_findings"
                ),
                ("count", ScrubsTable.countFindings, "idx_scrubs_findings"),
                ("oldest reading", ScrubsTable.oldestReading, "idx_scrubs_checked_at"),
                ("candidates", ScrubsTable.candidates([id]), "scrubs_pkey"),
            ]
            for (name, statement, index) in statements {
                let plan = try await connection.query(statement.explained) { try $0.string(0) }
                #expect(plan.contains { $0.contains(" \(index)") }, "\(name): \(plan.joined(separator: "\n"))")
                #expect(!plan.contains { $0.contains("Seq Scan on ") }, "\(name): \(plan.joined(separator: "\n"))")
            }
        }
    }

    @Test("A stretch comes in the order of arrival, goes on behind a position, and says what has been read")
    func stretch() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            try await Self.fill(connection)
            let first = try await connection.query(
                ScrubsTable.stretch(behind: .beginning, limit: 3), ScrubsTable.stretchRow)
            let last = try #require(first.last)
            let next = try await connection.query(
                ScrubsTable.stretch(behind: ScrubPosition(ingestedAt: last.ingestedAt, id: last.id), limit: 3),
                ScrubsTable.stretchRow)
            let all = (first + next).map(\.ingestedAt)
            #expect(all == all.sorted() && Set((first + next).map(\.id)).count == 6)
            #expect(!first.contains { $0.isUnread })
            try await connection.execute("DELETE FROM factory.scrubs WHERE asset_id = \(last.id)::uuid")
            let again = try await connection.query(
                ScrubsTable.stretch(behind: .beginning, limit: 3), ScrubsTable.stretchRow)
            #expect(again.map(\.isUnread) == [false, false, true])
        }
    }

    private static func fill(_ connection: PostgresConnection) async throws {
        try await connection.execute(
            """
            INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes, ingested_at)
            SELECT encode(sha256(n::text::bytea), 'hex'), 'n', 'n', 'n.jpg', n,
                timestamp '2026-01-01' - n * interval '1 second'
            FROM generate_series(1, 20000) AS n
            """)
        try await connection.execute(
            """
            INSERT INTO factory.scrubs (asset_id, checked_at, finding, detail)
            SELECT id, ingested_at, CASE WHEN size_bytes % 1000 = 0 THEN 'ROT' ELSE 'OK' END,
                CASE WHEN size_bytes % 1000 = 0 THEN 'n' END
            FROM media_assets
            """)
        try await connection.execute(unsafeScript: "ANALYZE media_assets; ANALYZE factory.scrubs")
    }
}
