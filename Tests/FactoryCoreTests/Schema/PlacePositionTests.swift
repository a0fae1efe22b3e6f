import FactoryCore
import TestSupport
import Testing

@Suite("Places that were named before their positions were noted")
struct PlacePositionTests {
    @Test("are named once more, those far from anything are not, and what is counted stays")
    func upgrade() async throws {
        try await withEmptyDatabase { database in
            let connection = try await database.connect()
            let earlier = Migration.all.filter { $0.version < 19 }
            try await Migrator(connection: connection, migrations: earlier).migrate()
            try await connection.execute(
                """
                INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes, is_geocoded)
                SELECT encode(sha256(n::text::bytea), 'hex'), n, 'x', n, 1, n < 4
                FROM (VALUES (1), (2), (3), (4)) AS asset (n)
                """)
            try await connection.execute(
                """
                INSERT INTO factory.places (asset_id, name, country, country_code, geonames_id, distance_km, data_version)
                SELECT id, name, country, code, number, 1, 'a test'
                FROM media_assets JOIN (VALUES ('1', 'Paris', 'France', 'FR', 1), ('2', 'Paris', 'France', 'FR', 1),
                    ('3', NULL, NULL, NULL, NULL)) AS place (asset, name, country, code, number) ON asset = original_name
                """)
            try await Migrator(connection: connection).migrate()
            let named = try await connection.query(
                "SELECT original_name FROM media_assets WHERE is_geocoded ORDER BY 1"
            ) { try $0.string(0) }
            #expect(named == ["3"])
            let counters = try await connection.query(CountersTable.places) { try CountersTable.counter($0) }
            #expect(counters.map(\.files) == [2])
            #expect(counters.first?.key == ["FR", "France", "", "Paris", "", ""].joined(separator: "\u{1F}"))

            try await connection.execute(
                "UPDATE factory.places SET latitude = 48.85341, longitude = 2.3488 WHERE name IS NOT NULL")
            let after = try await connection.query(CountersTable.places) { try CountersTable.counter($0) }
            #expect(after.map(\.files) == [2] && after.first?.key.hasSuffix("\u{1F}48.85341\u{1F}2.3488") == true)
        }
    }
}
