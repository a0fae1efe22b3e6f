import FactoryCore
import TestSupport
import Testing

/// Several processes that share the work through the database alone.
struct ReplicaTests {
    private static let assets = 20_000

    /// Lends a database with assets that wait, in which each time is counted that a flag is set.
    private func withAssets(
        _ body: (ScratchDatabase, PostgresConnection, [String: String]) async throws -> Void
    ) async throws {
        try await withScratchDatabase { database in
            try await withTemporaryFolder { folder in
                try folder.write(try SamplePlaces([.paris]).bytes(), to: "places.bin")
                let connection = try await database.connect()
                try await connection.execute(
                    unsafeScript: """
                        CREATE TABLE public.flips (asset_id uuid NOT NULL);
                        CREATE FUNCTION public.count_flip() RETURNS trigger LANGUAGE plpgsql AS $$
                            BEGIN INSERT INTO public.flips VALUES (NEW.id); RETURN NULL; END $$;
                        CREATE TRIGGER flips AFTER UPDATE OF is_geocoded ON media_assets
                            FOR EACH ROW EXECUTE FUNCTION public.count_flip();
                        """)
                try await connection.execute(
                    """
                    INSERT INTO media_assets (
                        file_hash, original_name, original_path, final_path, size_bytes, location, ingested_at)
                    SELECT encode(sha256(number::text::bytea), 'hex'), 'x', 'x', 'x', 1,
                        '{"lat": 48.8637, "lon": 2.2727}', timestamp '2026-01-01' + make_interval(secs => number)
                    FROM generate_series(1, \(Self.assets)::integer) AS number
                    """)
                let settings = [
                    "GEOCODER_PLACES": folder.path(of: "places.bin"), "WORKER_BATCH": "20",
                    "WORKER_LEASE_SECONDS": "3", "HEARTBEAT_SECONDS": "1", "FACTORY_ROOT": folder.path,
                ]
                try await body(database, connection, database.environment.merging(settings) { $1 })
            }
        }
    }

    private func number(_ statement: SQL, _ connection: PostgresConnection) async throws -> Int {
        try await connection.query(statement) { try $0.int(0) }.first ?? -1
    }

    @Test func twoNameTwentyThousandPlacesOnceEachWhileOneIsKilledAgainAndAgain() async throws {
        try await withAssets { database, connection, environment in
            let waiting: SQL = "SELECT count(*) FROM media_assets WHERE NOT is_geocoded"
            let claims: SQL = "SELECT count(*) FROM factory.claims"
            var kills = 0
            try await withRunning(.built("geocoder"), environment: environment) { steady in
                while try await number(waiting, connection) > 0, await !steady.hasEnded() {
                    try await withRunning(.built("geocoder"), environment: environment) { victim in
                        let begun = try await number(waiting, connection)
                        try await eventually("some more are done") {
                            try await number(waiting, connection) < max(1, begun - 500)
                        }
                        await victim.kill()
                        kills += 1
                    }
                }
                try await eventually("what the dead had in hand is free") { try await number(claims, connection) == 0 }
                #expect(await !steady.hasEnded())
            }
            #expect(kills > 5, "it was over before one could be killed often: \(kills)")
            #expect(try await number("SELECT count(*) FROM public.flips", connection) == Self.assets)
            #expect(try await number("SELECT count(DISTINCT asset_id) FROM public.flips", connection) == Self.assets)
            #expect(
                try await number("SELECT count(*) FROM factory.places WHERE name = 'Paris'", connection) == Self.assets)
        }
    }
}
