import FactoryCore
import TestSupport
import Testing

@testable import geocoder

/// Several processes that share the work through the database alone.
struct ReplicaTests {
    private func add(_ count: Int, to connection: PostgresConnection) async throws {
        try await connection.execute(
            """
            INSERT INTO media_assets (
                file_hash, original_name, original_path, final_path, size_bytes, location, ingested_at)
            SELECT encode(sha256((known.count + number)::text::bytea), 'hex'), 'x', 'x', 'x', 1,
                '{"lat": 48.8637, "lon": 2.2727}', timestamp '2026-01-01' + make_interval(secs => known.count + number)
            FROM (SELECT count(*) FROM media_assets) AS known, generate_series(1, \(count)::integer) AS number
            """)
    }

    @Test func twoNameTwentyThousandPlacesOnceEachWhileOneIsKilledAgainAndAgain() async throws {
        try await withScratchDatabase { database in
            try await withTemporaryFolder { folder in
                try folder.write(try SamplePlaces([.paris]).bytes(), to: "places.bin")
                let connection = try await database.connect()
                let settings = ["GEOCODER_PLACES": folder.path(of: "places.bin"), "FACTORY_ROOT": folder.path]
                let all = try await ReplicaTrial(
                    Geocoder.stage, connection, environment: database.environment.merging(settings) { $1 }
                ) { try await add($0, to: connection) }.run(usual: 20_000)
                let named: SQL = "SELECT count(*) FROM factory.places WHERE name = 'Paris'"
                #expect(try await connection.query(named) { try $0.int(0) } == [all])
            }
        }
    }
}
