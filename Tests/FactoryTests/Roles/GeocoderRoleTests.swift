import FactoryCore
import TestSupport
import Testing

/// The geocoder does all of its work under its own role, and can do nothing else.
struct GeocoderRoleTests {
    private static let assets: SQL = """
        INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes, location)
        SELECT encode(sha256(number::text::bytea), 'hex'), 'x', 'x', number::text, 1,
            jsonb_build_object('lat', 48.85, 'lon', CASE number WHEN 1 THEN -140 ELSE 2.35 END)
        FROM generate_series(1, 50) AS number
        """

    private func geocoder(_ factory: Installation, _ arguments: [String]) async throws -> ProgramRun {
        try factory.root.write(try SamplePlaces([.paris]).bytes(), to: "places.bin")
        return try await ProgramRun.run(
            .built("geocoder"), arguments,
            environment: factory.environment.merging(["GEOCODER_PLACES": factory.root.path(of: "places.bin")]) { $1 },
            in: factory.root)
    }

    @Test func placesAreNamedFailuresAreToldAndTriedAgain() async throws {
        try await withRoleFactory { roles in
            let owner = try await roles.database.connect()
            try await owner.execute(Self.assets)
            try await owner.execute(
                #"UPDATE media_assets SET location = '{"lat": 0, "lon": 0}' WHERE final_path = '2'"#)
            let factory = try roles.installation(.geocoder)

            let first = try await geocoder(factory, ["run", "--once", "--json"])
            #expect(first.exitCode == 1 && first.standardError == "", "\(first.standardError)")
            #expect(first.standardOutput.hasPrefix(#"{"done":49,"failed":1,"#), "\(first.standardOutput)")

            try await owner.execute(
                #"UPDATE media_assets SET location = '{"lat": 48.85, "lon": 2.3}' WHERE final_path = '2'"#)
            #expect(try await geocoder(factory, ["retry", "--json"]).standardOutput == "{\"retried\":1}\n")
            // What is there already is written again as well.
            try await owner.execute("UPDATE media_assets SET is_geocoded = FALSE")
            try await owner.execute("UPDATE factory.places SET name = 'Atlantis' WHERE name IS NOT NULL")
            let second = try await geocoder(factory, ["run", "--once"])
            #expect(second.exitCode == 0, "\(second.standardError)")
            #expect(
                try await owner.query(
                    """
                    SELECT concat_ws(' ', count(*), count(*) FILTER (WHERE name = 'Paris'), count(*) FILTER (WHERE has_errors))
                    FROM media_assets AS asset JOIN factory.places AS place ON place.asset_id = asset.id
                    """
                ) { try $0.string(0) } == ["50 49 0"])
        }
    }

    @Test func theServiceReportsAsItself() async throws {
        try await withRoleFactory { roles in
            let factory = try roles.installation(.geocoder)
            try factory.root.write(try SamplePlaces([.paris]).bytes(), to: "places.bin")
            let environment = factory.environment.merging(["GEOCODER_PLACES": factory.root.path(of: "places.bin")]) {
                $1
            }
            try await withRunning(.built("geocoder"), ["run"], environment: environment) { program in
                let connection = try await roles.database.connect()
                try await eventually("it says that it waits") {
                    try await connection.query(
                        """
                        SELECT 1 FROM system_status
                        WHERE service_name = 'geocoder' AND current_task LIKE 'waiting for new assets%'
                        """
                    ) { try $0.int(0) } == [1]
                }
                try await connection.execute(Self.assets)
                try await eventually("what comes is named") {
                    try await connection.query("SELECT count(*) FROM factory.places") { try $0.int(0) } == [50]
                }
                await program.terminate()
                #expect(try await program.end(within: .seconds(60)).exitCode == 0)
            }
        }
    }

    @Test func whatTheMetadataSayIsNotItsToWrite() async throws {
        try await withRoleFactory(mayBeRefused: true) { roles in
            for statement: SQL in [
                "UPDATE media_assets SET location = NULL", "UPDATE media_assets SET is_backed_up = TRUE",
                "DELETE FROM media_assets", "DELETE FROM factory.places", "SELECT 1 FROM factory.vault",
            ] {
                let code = try await roles.code(of: statement, as: .geocoder)
                #expect(code == "42501", "\(statement.text)")
            }
        }
    }
}
