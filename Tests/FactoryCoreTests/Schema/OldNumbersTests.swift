import FactoryCore
import TestSupport
import Testing

@Suite("Numbers and hashes of an earlier implementation are adopted as well")
struct OldNumbersTests {
    @Test(
        "The history goes on counting also with a sequence that does not belong to its column",
        arguments: ["own_numbers", "system_status_history_id_seq"])
    func foreignSequence(name: String) async throws {
        let script =
            EarlierDatabase.complete.script + """
                ALTER TABLE system_status_history ALTER COLUMN id DROP DEFAULT;
                DROP SEQUENCE system_status_history_id_seq;
                CREATE SEQUENCE \(name) START 4;
                ALTER TABLE system_status_history ALTER COLUMN id SET DEFAULT nextval('\(name)');
                """
        try await withAdopted(script) { connection in
            let ids = try await connection.strings(EarlierDatabase.beat)
            #expect(ids == ["4"])
            let owned: SQL = "SELECT pg_get_serial_sequence('public.system_status_history', 'id')"
            #expect(try await connection.strings(owned) == ["public.system_status_history_id_seq"])
        }
    }

    @Test("A hash in capitals is the same hash")
    func capitals() async throws {
        let script =
            EarlierDatabase.complete.script + """
                UPDATE media_assets SET file_hash = upper(file_hash) WHERE original_name <> 'c.jpg';
                """
        try await withAdopted(script) { connection in
            let hashes = try await connection.strings("SELECT file_hash FROM media_assets ORDER BY file_hash")
            #expect(hashes == ["a", "b", "c"].map { String(repeating: $0, count: 64) })
            let unproven: SQL = "SELECT conname FROM pg_constraint WHERE NOT convalidated"
            #expect(try await connection.strings(unproven) == [])
        }
    }

    @Test("A hash that is there in two spellings stays twice: somebody has to choose", arguments: ["", "initcap"])
    func capitalsBeside(spelling: String) async throws {
        let script =
            EarlierDatabase.complete.script + """
                INSERT INTO media_assets
                SELECT gen_random_uuid(), upper(file_hash), 'd.jpg', '/in/d.jpg', '/st/d.jpg', size_bytes, captured_at,
                    ingested_at, location, true, false, false, false, false, false
                FROM media_assets WHERE original_name = 'a.jpg';
                UPDATE media_assets SET file_hash = \(spelling)(file_hash) WHERE original_name = 'a.jpg';
                """
        try await withAdopted(script) { connection in
            let names: SQL =
                "SELECT original_name FROM media_assets WHERE lower(file_hash) = repeat('a', 64) ORDER BY 1"
            let found = try await connection.strings(names)
            #expect(found == ["a.jpg", "d.jpg"])
        }
    }
}
