public import FactoryCore
internal import Logging

/// A library with originals and rows, on which a worker is tried.
public struct SampleLibrary: Sendable {
    public static let day = "2024/2024-03-09"

    public let folder: TestFolder
    public let connection: PostgresConnection
    /// What the programs are told.
    public let environment: [String: String]

    /// Files a photo.
    ///
    /// - Returns: the asset's id.
    @discardableResult
    public func add(_ name: String, _ bytes: [UInt8]) async throws -> String {
        try await add([(name, bytes)]).first ?? ""
    }

    /// Files photos, whose contents differ, with one statement for all of them.
    ///
    /// - Returns: the assets' ids, in any order.
    @discardableResult
    public func add(_ photos: [(name: String, bytes: [UInt8])]) async throws -> [String] {
        for (name, bytes) in photos { try folder.write(bytes, to: "Storage/Originals/\(Self.day)/\(name)") }
        let place = folder.path(of: "Storage/Originals/\(Self.day)")
        return try await texts(
            """
            INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes)
            SELECT file_hash, name, 'phone/' || name, \(place) || '/' || name, size_bytes
            FROM unnest(
                \(SQLArray(try photos.map { try SHA256.of($0.bytes) }))::text[],
                \(SQLArray(photos.map(\.name)))::text[],
                \(SQLArray(photos.map(\.bytes.count)))::bigint[]
            ) AS photo (file_hash, name, size_bytes)
            RETURNING id
            """)
    }

    /// Files so many more photos, of which each is another content.
    public func add(_ count: Int) async throws {
        let known = try await connection.query("SELECT count(*) FROM media_assets") { try $0.int(0) }.first ?? 0
        try await add((known..<known + count).map { ("\($0).jpg", SamplePhoto("\($0)").bytes()) })
    }

    /// One pass of a service, in this process.
    ///
    /// - Parameters:
    ///   - changes: to what it is told.
    ///   - width: how many assets it works on at once.
    public func pass<Program: WorkerProgram>(
        of program: Program.Type, _ changes: [String: String], replica: String, width: Int
    ) async throws -> WorkTally {
        let service = program.stage.name
        let settings = Settings(flags: [:], environment: environment.merging(changes) { $1 })
        let common = try WorkerProgramSettings(settings, service: service, usual: program.usual)
        let logger = Logger(label: service) { _ in SwiftLogNoOpLogHandler() }
        let stop = StopSignal()
        let worker = try program.init(
            WorkerStart(
                settings: settings, common: common, logger: logger, clock: SystemClock(), stop: stop, isOnce: true))
        return try await WorkerEngine(
            worker, settings: WorkerSettings(replica: replica, width: width, batch: common.engine.batch),
            database: Database(common.factory.database, applicationName: service),
            board: WorkBoard(clock: SystemClock()), clock: SystemClock(), logger: logger, stop: stop
        ).runOnce()
    }

    public func run(
        _ program: TestProgram, _ arguments: [String], _ changes: [String: String]
    ) async throws -> ProgramRun {
        try await ProgramRun.run(program, arguments, environment: environment.merging(changes) { $1 }, in: folder)
    }

    public func texts(_ statement: SQL) async throws -> [String] {
        try await connection.query(statement) { try $0.string(0) }
    }

    /// What the assets say is wrong with them.
    public func complaints() async throws -> [String] {
        try await texts(
            """
            SELECT original_name || ': ' || error_message FROM media_assets
            WHERE has_errors ORDER BY original_name COLLATE "C"
            """)
    }

    /// What lies below a folder, by paths below it.
    ///
    /// - Parameter tests: of `find`, such as `-type f`.
    public func list(_ below: String, _ tests: String...) async throws -> [String] {
        try await ProgramRun.run(
            .system("find"), [folder.path(of: below)] + tests + ["-printf", "%P\\0"]
        ).standardOutput.split(separator: "\0").map(String.init).sorted()
    }
}

/// Lends an empty library.
///
/// - Parameter settings: what the programs are told beyond where it is, by that folder.
public func withSampleLibrary(
    _ settings: (TestFolder) throws -> [String: String], _ body: (SampleLibrary) async throws -> Void
) async throws {
    try await withScratchDatabase { database in
        try await withTemporaryFolder { folder in
            try folder.folder("Storage/Originals")
            let place = database.environment.merging(["FACTORY_ROOT": folder.path, "WORKER_NICE": "0"]) { $1 }
            let environment = place.merging(try settings(folder)) { $1 }
            try await body(
                SampleLibrary(folder: folder, connection: try await database.connect(), environment: environment))
        }
    }
}
