import FactoryCore
import TestSupport
import Testing

/// The real program, on a Storage with files of which it is told by rows that the test makes.
@Suite("The report on Originals")
struct OriginalsReportTests {
    /// Lends Storage with `count` files and their rows.
    private func withStorage(
        _ count: Int = 3, _ body: (TestFolder, PostgresConnection, [String: String]) async throws -> Void
    ) async throws {
        try await withScratchDatabase { database in
            try await withTemporaryFolder { root in
                let storage = try root.folder("Storage")
                let connection = try await database.connect()
                for number in 0..<count { try await file(number, in: storage, connection) }
                try await body(storage, connection, database.environment.merging(["STORAGE": storage.path]) { $1 })
            }
        }
    }

    private func file(_ number: Int, in storage: TestFolder, _ connection: PostgresConnection) async throws {
        let place = "Originals/2024/2024-03-0\(number % 9 + 1)/IMG_\(number).jpg"
        try storage.write([1], to: place)
        try await connection.execute(
            """
            INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes)
            VALUES (lpad(to_hex(\(number)::integer), 64, '0'), 'x', 'x', \("/app/Storage/\(place)"), 1)
            """)
    }

    /// A file that nobody has filed, from long enough ago: the program is told a later time.
    private func run(_ environment: [String: String], later: Bool = true) async throws -> ProgramRun {
        let arguments = ["--report", "--json"]
        guard later else { return try await ProgramRun.run(.built("cleanup"), arguments, environment: environment) }
        let program = try TestProgram.built("cleanup").file()
        return try await ProgramRun.run(
            .system("faketime"), ["--exclude-monotonic", "-f", "+20m", program] + arguments, environment: environment)
    }

    @Test("finds nothing where disk and ledger agree, sidecars included")
    func agreement() async throws {
        try await withStorage { storage, connection, environment in
            try storage.write([1], to: "Originals/2024/2024-03-01/IMG_0.jpg.xmp")
            try storage.write([1], to: "Originals/2024/2024-03-01/@eaDir/IMG_0.jpg")
            try await connection.execute(
                """
                INSERT INTO factory.sidecars (place, file_hash, size_bytes, original_path, librarian_id)
                VALUES ('2024/2024-03-01/IMG_0.jpg.xmp', repeat('a', 64), 1, 'x', 'librarian')
                """)
            let run = try await run(environment)
            #expect(run.exitCode == 0 && run.standardError == "", "\(run.standardError)")
            #expect(run.standardOutput.hasSuffix(#","unknown":0,"gone":0}"# + "\n"))
        }
    }

    @Test("names what either side lacks, and touches nothing")
    func findings() async throws {
        try await withStorage { storage, connection, environment in
            try storage.write([1], to: "Originals/2024/2024-03-01/stranger.jpg")
            try storage.remove("Originals/2024/2024-03-02/IMG_1.jpg")
            try await connection.execute(
                """
                INSERT INTO factory.sidecars (place, file_hash, size_bytes, original_path, librarian_id)
                VALUES ('2024/2024-03-01/IMG_0.jpg.xmp', repeat('a', 64), 1, 'x', 'librarian')
                """)
            let before = try storage.files()
            let run = try await run(environment)
            #expect(run.exitCode == 1 && run.standardOutput.hasSuffix(#","unknown":1,"gone":2}"# + "\n"))
            let lines = run.standardError.split(separator: "\n").sorted()
            #expect(lines.count == 3, "\(lines)")
            #expect(
                lines.contains { $0.contains("\(storage.path)/Originals/2024/2024-03-01/stranger.jpg is unknown") })
            #expect(lines.contains { $0.contains("2024-03-02/IMG_1.jpg is gone; put a copy into the inbox") })
            #expect(lines.contains { $0.contains("IMG_0.jpg.xmp is gone; put a copy into the inbox beside its photo") })
            #expect(try storage.files() == before)
        }
    }

    @Test("does not name what may have been filed a moment ago")
    func recent() async throws {
        try await withStorage { storage, _, environment in
            try storage.write([1], to: "Originals/2024/2024-03-01/fresh.jpg")
            #expect(try await run(environment, later: false).exitCode == 0)
            #expect(try await run(environment).exitCode == 1)
        }
    }

    @Test("says in one sentence that Storage is not there, or is another one")
    func wrongStorage() async throws {
        try await withStorage(25) { storage, _, environment in
            try storage.rename("Originals", to: "away")
            for (makes, words) in [
                ("", "cannot open the folder"), ("Originals", "has no originals, but the ledger has 25 rows"),
                ("Originals/2020/2020-01-01", "none of the first 25 originals of the ledger"),
            ] {
                if !makes.isEmpty { try storage.folder(makes) }
                let run = try await run(environment)
                #expect(run.exitCode == 2 && run.standardOutput == "")
                #expect(run.standardError.contains(words), "\(run.standardError)")
                #expect(run.standardError.split(separator: "\n").count == 1)
            }
        }
    }

    @Test("has nothing to say before the first photo")
    func firstRun() async throws {
        try await withStorage(0) { storage, _, environment in
            let run = try await run(environment)
            #expect(run.exitCode == 0)
            #expect(storage.entries().isEmpty)
        }
    }
}
