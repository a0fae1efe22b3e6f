import FactoryCore
import TestSupport
import Testing

/// What is asked for every batch costs the same in a small archive as in a large one.
struct LedgerPlanTests {
    /// Analysed while there were none, or never, as after the first hour of a large import.
    private static func rows(_ count: Int) -> SQL {
        """
        INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes, captured_at)
        SELECT encode(sha256(number::text::bytea), 'hex'), number || '.jpg', '/inbox/' || number || '.jpg',
            '/s/Originals/2024/2024-01-01/' || number || '.jpg', 1, now()
        FROM generate_series(1, \(count)) AS number
        """
    }

    private static let names: SQL = """
        INSERT INTO factory.asset_names (stem_digest, file_hash, content_identifier)
        SELECT md5(final_path)::uuid, file_hash, left(file_hash, 8) FROM media_assets
        """

    /// By this connection.
    private static let tablesReadWhole: SQL =
        "SELECT relname FROM pg_stat_xact_user_tables WHERE seq_scan > 0 AND relname IN ('media_assets', 'asset_names', 'intake')"

    /// Where there are few, one look through the whole table seems cheaper to the server than one by an index; where there are
    /// many, one look seems cheaper than some hundred.
    @Test(arguments: [1, 250, 3000])
    func everyQuestionOfABatchIsAnsweredByIndexes(among count: Int) async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            for statement in [Self.rows(count), Self.names] { try await connection.execute(statement) }
            var settings = database.settings
            settings.looksUpRows = true
            let known = try await connection.query("SELECT file_hash, final_path FROM media_assets LIMIT 20") { row in
                (content: try row.fingerprint(0), stem: try row.string(1))
            }
            let contents = (1...250).map { Fingerprint(number: $0) } + known.map(\.content)
            let names = contents.map { AssetName(fingerprint: $0, stem: $0.hex, contentIdentifier: nil) }
            let records = contents.map(Self.duplicate)
            for question in [
                MediaAssetsTable.find(contents),
                try AssetNamesTable.find(
                    stems: names.map(\.stem) + known.map(\.stem),
                    contentIdentifiers: contents.map { String($0.hex.prefix(8)) }),
                try AssetNamesTable.insert(names, keepsKnown: true),
                IntakeTable.insert(records, librarian: "librarian"),
            ] {
                var readWhole: [String] = []
                try await PostgresConnection.open(settings).transaction([question, Self.tablesReadWhole]) {
                    index, row in
                    if index == 1 { readWhole.append(try row.string(0)) }
                }
                #expect(readWhole.isEmpty, "\(question.text)")
            }
        }
    }

    /// A first import of many duplicates must not cost more with each of them.
    @Test func recordsAreComparedWithThoseOfTheirContentAlone() async throws {
        try await withScratchDatabase { database in
            var settings = database.settings
            settings.looksUpRows = true
            // The server keeps to the way that it chose while the table was empty.
            let connection = try await PostgresConnection.open(settings)
            let read: SQL = "SELECT idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = 'intake'"
            for batch: UInt64 in 0..<10 {
                let records = (1...50).map { Self.duplicate(Fingerprint(number: batch * 50 + $0)) }
                var fetched: Int?
                try await connection.transaction([IntakeTable.insert(records, librarian: "librarian"), read]) {
                    index, row in
                    if index == 1 { fetched = try row.int(0) }
                }
                #expect(fetched == 0, "batch \(batch)")
            }
        }
    }

    private static func duplicate(_ content: Fingerprint) -> IntakeRecord {
        IntakeRecord(
            outcome: .duplicate, originalPath: "/inbox/a.jpg", originalName: "a.jpg", size: 1, fingerprint: content,
            storedPath: nil, reason: "", time: Timestamp(seconds: 1))
    }
}
