import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The places that rows name")
struct RecordedPathsTests {
    @Test("are all known, page by page, and no others are")
    func contain() async throws {
        try await withScratchDatabase { database in
            try await database.connect().execute(
                """
                INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes)
                SELECT encode(sha256(n::text::bytea), 'hex'), 'a', 'a',
                    CASE WHEN n = 7 THEN '/elsewhere/7' ELSE '/s/Originals/2024/2024-03-09/' || n END, 1
                FROM generate_series(1, 2500) AS n
                """)
            let paths = try await RecordedPaths(LedgerView(Database(database.settings, applicationName: "test")))
            func contain(_ name: String) throws -> Bool {
                paths.contain(try #require(RelativePath("2024/2024-03-09/\(name)")))
            }
            for number in 1...2500 where number != 7 { #expect(try contain("\(number)"), "\(number)") }
            for name in ["0", "7", "2501", "a"] { #expect(try !contain(name)) }
        }
    }

    @Test("are none in a new ledger")
    func none() async throws {
        try await withScratchDatabase { database in
            let paths = try await RecordedPaths(LedgerView(Database(database.settings, applicationName: "test")))
            let path = try #require(RelativePath("2024/2024-03-09/a"))
            #expect(!paths.contain(path))
        }
    }
}
