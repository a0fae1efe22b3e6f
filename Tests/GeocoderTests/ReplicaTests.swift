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
                try await add(Self.assets, to: connection)
                let settings = [
                    "GEOCODER_PLACES": folder.path(of: "places.bin"), "WORKER_BATCH": "20",
                    "WORKER_LEASE_SECONDS": "3", "HEARTBEAT_SECONDS": "1", "FACTORY_ROOT": folder.path,
                ]
                try await body(database, connection, database.environment.merging(settings) { $1 })
            }
        }
    }

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

    private func number(_ statement: SQL, _ connection: PostgresConnection) async throws -> Int {
        try await connection.query(statement) { try $0.int(0) }.first ?? -1
    }

    @Test func twoNameTwentyThousandPlacesOnceEachWhileOneIsKilledAgainAndAgain() async throws {
        try await withAssets { database, connection, environment in
            let waiting: SQL = "SELECT count(*) FROM media_assets WHERE NOT is_geocoded"
            let claims: SQL = "SELECT count(*) FROM factory.claims"
            var (starts, kills) = (0, 0)
            try await withRunning(.built("geocoder"), environment: environment) { steady in
                while case let left = try await number(waiting, connection), left > 0 || kills < 6 {
                    // Where the machine is busy the steady one would be through before the other has begun.
                    if left < 5000, kills < 6 { try await add(5000, to: connection) }
                    starts += 1
                    let name = "victim-\(starts)"
                    let held: SQL =
                        "SELECT count(*) FROM factory.claims WHERE starts_with(claimed_by, \("geocoder@\(name) "))"
                    let victim = environment.merging(["WORKER_ID": name]) { $1 }
                    try await withRunning(.built("geocoder"), environment: victim) { running in
                        try await eventually("it has something in hand, or nothing is left") {
                            if try await number(held, connection) > 0 { return true }
                            return try await number(waiting, connection) == 0
                        }
                        await running.kill()
                        if try await number(held, connection) > 0 { kills += 1 }
                    }
                }
                try await eventually("what the dead had in hand is free") { try await number(claims, connection) == 0 }
                #expect(await !steady.hasEnded())
            }
            let all = try await number("SELECT count(*) FROM media_assets", connection)
            #expect(all >= Self.assets && kills >= 6)
            #expect(try await number("SELECT count(*) FROM public.flips", connection) == all)
            #expect(try await number("SELECT count(DISTINCT asset_id) FROM public.flips", connection) == all)
            #expect(try await number("SELECT count(*) FROM factory.places WHERE name = 'Paris'", connection) == all)
        }
    }
}
