import FactoryCore
import TestSupport
import Testing

@Suite("A database of an earlier implementation is adopted where it stands")
struct AdoptionTests {
    @Test("Rows stay, and all else is as in a new database", arguments: [EarlierDatabase.complete, .first])
    func likeNew(earlier: EarlierDatabase) async throws {
        let new = try await withScratchDatabase { try await Catalogue.read(try await $0.connect()).lines }
        try await withEmptyDatabase { database in
            let connection = try await database.connect()
            try await connection.execute(unsafeScript: earlier.script)
            let before = try await connection.strings(EarlierDatabase.assets)

            try await Migrator(connection: connection).migrate()

            #expect(before.count == 3)
            #expect(try await connection.strings(EarlierDatabase.assets) == before)
            #expect(try await Catalogue.read(connection).lines == new)
        }
    }

    @Test("A row can be written as in a new database: what is not given is given by the database")
    func defaults() async throws {
        try await withAdopted(EarlierDatabase.first.script) { connection in
            try await connection.execute(
                """
                INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes)
                VALUES (repeat('d', 64), 'd.jpg', '/in/d.jpg', '/st/d.jpg', 4)
                """)
            try await connection.execute("INSERT INTO system_status (service_name) VALUES ('librarian')")
            #expect(
                try await connection.strings(

                    """
                    SELECT DISTINCT concat_ws(' ', is_ingested, is_geocoded, is_thumbnailed, is_curated, is_backed_up,
                        has_errors, created_at IS NOT NULL)
                    FROM media_assets
                    """) == ["t f f f f f t"])
        }
    }

    @Test("The history goes on counting where it was")
    func history() async throws {
        let ids = try await withAdopted(EarlierDatabase.complete.script) { try await $0.strings(EarlierDatabase.beat) }
        #expect(ids == ["4"])
    }

    @Test("No position is no position, however it was written")
    func noPosition() async throws {
        let placed: SQL = "SELECT original_name FROM media_assets WHERE location IS NOT NULL"
        let names = try await withAdopted(EarlierDatabase.complete.script) { try await $0.strings(placed) }
        #expect(names == ["a.jpg"])
    }

    @Test("Rows that break a rule stay; new ones are refused", arguments: ["ABC", String(repeating: "g", count: 64)])
    func badRows(hash: String) async throws {
        let script =
            EarlierDatabase.complete.script + """
                INSERT INTO media_assets VALUES
                    (gen_random_uuid(), '\(hash)', 'd.jpg', '/in/d.jpg', '/st/d.jpg', -1, NULL, now(), '{"lat": 95, "lon": 0}',
                        true, false, false, false, false, false);
                INSERT INTO system_status VALUES ('gardener', now(), 'ASLEEP', NULL, now());
                """
        try await withAdopted(script) { connection in
            let rows = try await connection.strings(EarlierDatabase.assets)
            #expect(rows.count == 4)
            let unproven: SQL = "SELECT conname FROM pg_constraint WHERE NOT convalidated ORDER BY conname"
            #expect(
                try await connection.strings(unproven) == [
                    "media_assets_file_hash_check", "media_assets_location_check", "media_assets_size_bytes_check",
                    "system_status_status_check",
                ])
            let refused = await #expect(throws: DatabaseError.self) {
                try await connection.execute("INSERT INTO system_status (service_name, status) VALUES ('x', 'ASLEEP')")
            }
            #expect(refused?.consequence == .refuseRow)
        }
    }

    @Test("What someone added stays as it is")
    func ownAdditions() async throws {
        let script =
            EarlierDatabase.complete.script + """
                CREATE INDEX my_names ON media_assets (original_name);
                CREATE TABLE my_albums (title text);
                INSERT INTO my_albums VALUES ('Holidays');
                """
        try await withAdopted(script) { connection in
            let titles = try await connection.strings("SELECT title FROM my_albums")
            let index = try await connection.strings("SELECT to_regclass('my_names')::text")
            #expect(titles == ["Holidays"])
            #expect(index == ["my_names"])
        }
    }

    @Test("What cannot be adopted is left exactly as it was")
    func refusal() async throws {
        try await withEmptyDatabase { database in
            let connection = try await database.connect()
            try await connection.execute(
                unsafeScript: EarlierDatabase.first.script + """
                    ALTER TABLE media_assets DROP CONSTRAINT media_assets_file_hash_key;
                    INSERT INTO media_assets SELECT gen_random_uuid(), file_hash, 'twice', '', '', 1 FROM media_assets;
                    """)
            let before = try await connection.strings(EarlierDatabase.assets)
            let tables = try await Catalogue.read(connection).lines.filter { !$0.contains("schema_migrations") }

            let error = await #expect(throws: DatabaseError.self) {
                try await Migrator(connection: connection).migrate()
            }

            #expect(error?.sqlState?.code == "23505")
            #expect(try await connection.strings(EarlierDatabase.assets) == before)
            #expect(
                try await Catalogue.read(connection).lines.filter { !$0.contains("schema_migrations") } == tables)
        }
    }
}
