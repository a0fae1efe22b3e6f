import FactoryCore
import Logging
import TestSupport
import Testing

@testable import geocoder

@Suite("Assets get the names of their places")
struct GeocodingTests {
    /// Towns a degree from each other, in which assets are taken.
    private static let towns = (0..<60).map { number in
        SamplePlace(
            "Town \(number)", Double(number) - 30, Double(number), region: "Region \(number % 3)",
            timeZone: number % 10 == 0 ? nil : "Etc/UTC", id: number + 1)
    }

    /// Lends a database with 600 assets that were taken in a town, 20 in the middle of nowhere, and 50 that do not know where.
    private func withAssets(_ body: (ScratchDatabase, PostgresConnection) async throws -> Void) async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            try await connection.execute(
                """
                INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes, ingested_at, location)
                SELECT encode(sha256(number::text::bytea), 'hex'), 'x', 'x', number::text, 1,
                    timestamp '2026-01-01' + make_interval(secs => number),
                    CASE WHEN number <= 600
                        THEN jsonb_build_object('lat', number % 60 - 30 + 0.01, 'lon', number % 60)
                        WHEN number <= 620 THEN jsonb_build_object('lat', -80, 'lon', number - 700) END
                FROM generate_series(1, 670) AS number
                """)
            try await body(database, connection)
        }
    }

    private func pass(_ database: ScratchDatabase, batch: Int = 100) async throws -> WorkTally {
        let clock = SystemClock()
        let gazetteer = try Gazetteer(PlacesFile(SamplePlaces(Self.towns).bytes()))
        return try await WorkerEngine(
            Geocoder(gazetteer), settings: WorkerSettings(replica: "one", width: 1, batch: batch),
            database: Database(database.settings, applicationName: "geocoder"), board: WorkBoard(clock: clock),
            clock: clock, logger: Logger(label: "geocoder") { _ in SwiftLogNoOpLogHandler() }, stop: StopSignal()
        ).runOnce()
    }

    private func texts(_ statement: SQL, _ connection: PostgresConnection) async throws -> [String] {
        try await connection.query(statement) { try $0.string(0) }
    }

    private let digest: SQL = "SELECT md5(string_agg(places::text, '|' ORDER BY asset_id)) FROM factory.places"
    private let locations: SQL = "SELECT md5(string_agg(location::text, '|' ORDER BY id)) FROM media_assets"

    @Test("all that know where they were taken, and no others; what the metadata said stays")
    func all() async throws {
        try await withAssets { database, connection in
            let before = try await texts(locations, connection)
            #expect(try await pass(database).done == 620)
            #expect(
                try await texts(
                    """
                    SELECT concat_ws(' ', count(*), count(*) FILTER (WHERE is_geocoded AND geocoded_at IS NOT NULL),
                        count(place.asset_id), count(place.name), count(*) FILTER (WHERE location IS NULL AND is_geocoded))
                    FROM media_assets AS asset LEFT JOIN factory.places AS place ON place.asset_id = asset.id
                    """, connection) == ["670 620 620 600 0"])
            #expect(
                try await texts(
                    """
                    SELECT count(*)::text FROM factory.places AS place JOIN media_assets AS asset ON asset.id = asset_id
                    WHERE name = 'Town ' || final_path::integer % 60 AND region = 'Region ' || final_path::integer % 60 % 3
                        AND country = 'Utopia' AND country_code = 'UT' AND geonames_id = final_path::integer % 60 + 1
                        AND distance_km BETWEEN 1.1 AND 1.2 AND data_version = 'a test'
                        AND latitude = final_path::integer % 60 - 30 AND longitude = final_path::integer % 60
                        AND (time_zone IS NULL) = (final_path::integer % 60 % 10 = 0)
                    """, connection) == ["600"])
            #expect(
                try await texts(
                    "SELECT DISTINCT (distance_km > 1000)::text FROM factory.places WHERE name IS NULL", connection)
                    == ["true"])
            #expect(try await texts(locations, connection) == before)
            #expect(try await texts("SELECT count(*)::text FROM factory.claims", connection) == ["0"])
        }
    }

    @Test("once: a second time nothing waits, and what is named again is as it was")
    func again() async throws {
        try await withAssets { database, connection in
            #expect(try await pass(database).done == 620)
            let first = try await texts(digest, connection)
            #expect(try await pass(database).done == 0)
            try await connection.execute("UPDATE media_assets SET is_geocoded = FALSE, geocoded_at = NULL")
            #expect(try await pass(database, batch: 1000).done == 620)
            #expect(try await texts(digest, connection) == first)

            try await connection.execute("UPDATE factory.places SET name = 'Atlantis' WHERE geonames_id = 7")
            try await connection.execute("UPDATE media_assets SET is_geocoded = FALSE")
            #expect(try await pass(database).done == 620)
            #expect(
                try await texts("SELECT DISTINCT name FROM factory.places WHERE geonames_id = 7", connection)
                    == ["Town 6"])
        }
    }

    @Test("but those at fault, which are told and hold up nothing")
    func poisoned() async throws {
        try await withAssets { database, connection in
            // A position that devices write which know none, and two names that the server refuses.
            try await connection.execute(
                #"UPDATE media_assets SET location = '{"lat": 0, "lon": 0}' WHERE final_path = '3'"#)
            try await connection.execute(
                "ALTER TABLE factory.places ADD CHECK (name <> 'Town 7'), ADD CHECK (name <> 'Town 8')")
            let tally = try await pass(database, batch: 700)
            #expect(tally.done + tally.failed == 620 && tally.lost == 0)
            #expect(tally.failed == 21)
            #expect(
                try await texts(
                    """
                    SELECT concat_ws(' ', count(*), count(*) FILTER (WHERE has_errors AND starts_with(error_message, 'geocoder: ')))
                    FROM media_assets WHERE location IS NOT NULL AND NOT is_geocoded
                    """, connection) == ["21 21"])
            #expect(
                try await texts("SELECT error_message FROM media_assets WHERE final_path = '3'", connection)
                    == ["geocoder: its location is no place on earth"])
            #expect(try await pass(database).done == 0)
        }
    }

    @Test("and go with their assets")
    func removed() async throws {
        try await withAssets { database, connection in
            #expect(try await pass(database).done == 620)
            try await connection.execute("DELETE FROM media_assets WHERE final_path::integer % 2 = 0")
            #expect(try await texts("SELECT count(*)::text FROM factory.places", connection) == ["310"])
        }
    }

    @Test("A place's assets are found by an index")
    func byPlace() async throws {
        try await withAssets { database, connection in
            _ = try await pass(database)
            try await connection.execute("ANALYZE factory.places")
            try await connection.execute("SET enable_seqscan = off")
            let plan = try await texts(
                """
                EXPLAIN SELECT asset_id FROM factory.places
                WHERE country_code = 'UT' AND region = 'Region 1' AND name = 'Town 1'
                """, connection)
            #expect(plan.contains { $0.contains("idx_places_place") }, "\(plan)")
        }
    }
}
