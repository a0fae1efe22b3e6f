import FactoryCore
import TestSupport
import Testing

/// The program itself.
struct GeocoderRunTests {
    private func run(_ arguments: [String], _ environment: [String: String]) async throws -> ProgramRun {
        try await ProgramRun.run(.built("geocoder"), arguments, environment: environment)
    }

    @Test func aFileThatIsMissingOrDamagedIsOneSentenceAndExitCode2() async throws {
        try await withTemporaryFolder { folder in
            let bytes = try SamplePlaces([.paris]).bytes()
            try folder.write(Array(bytes.dropLast(100)), to: "cut.bin")
            for (name, reason) in [("none.bin", "No such file"), ("cut.bin", "it is cut off or damaged")] {
                for arguments in [["run", "--once"], ["where", "48.8", "2.3"]] {
                    let run = try await run(arguments, ["GEOCODER_PLACES": folder.path(of: name), "PGHOST": "/none"])
                    #expect(run.exitCode == 2 && run.standardOutput == "")
                    #expect(run.standardError.hasPrefix("geocoder: the file of places cannot be used: "))
                    #expect(run.standardError.contains(reason) && run.standardError.contains("build-places.sh"))
                    #expect(run.standardError.split(separator: "\n").count == 1, "\(run.standardError)")
                }
            }
        }
    }

    @Test func onePassNamesWhatWaits() async throws {
        try await withScratchDatabase { database in
            try await withTemporaryFolder { folder in
                try folder.write(try SamplePlaces([.paris]).bytes(), to: "places.bin")
                let connection = try await database.connect()
                try await connection.execute(
                    """
                    INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes, location)
                    VALUES (repeat('0', 64), 'x', 'x', 'x', 1, '{"lat": 48.8637, "lon": 2.2727}')
                    """)
                let environment = database.environment.merging(["GEOCODER_PLACES": folder.path(of: "places.bin")]) {
                    $1
                }
                let run = try await run(["run", "--once", "--json"], environment)
                #expect(run.exitCode == 0 && run.standardError == "", "\(run.standardError)")
                #expect(run.standardOutput.hasPrefix(#"{"done":1,"failed":0,"#), "\(run.standardOutput)")
                #expect(
                    try await connection.query("SELECT name, country FROM factory.places") {
                        [try $0.string(0), try $0.string(1)]
                    } == [["Paris", "France"]])
            }
        }
    }

    @Test func aPositionIsNamedWithoutADatabase() async throws {
        try await withTemporaryFolder { folder in
            try folder.write(try SamplePlaces([.paris]).bytes(), to: "places.bin")
            let environment = ["GEOCODER_PLACES": folder.path(of: "places.bin")]
            #expect(
                try await run(["where", "48.8637", "2.2727"], environment).standardOutput
                    == "Paris, Île-de-France, France: 5.7 km away; time zone Europe/Paris\n")
            let far = try await run(["where", "--", "-80", "2"], environment)
            #expect(far.exitCode == 0 && far.standardOutput.hasPrefix("far from anything: "))
            #expect(try await run(["where", "91", "2"], environment).exitCode == 2)
        }
    }
}
