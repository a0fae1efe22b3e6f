import FactoryCore
import Logging
import TestSupport
import Testing

@testable import thumbnailer

/// A library with originals and rows.
struct SampleLibrary {
    static let day = "2024/2024-03-09"

    let folder: TestFolder
    let database: ScratchDatabase
    let connection: PostgresConnection
    let environment: [String: String]

    /// Files a photo.
    ///
    /// - Returns: the asset's id.
    @discardableResult
    func add(_ name: String, _ bytes: [UInt8]? = nil) async throws -> String {
        let bytes = bytes ?? SamplePhoto(name).bytes()
        try folder.write(bytes, to: "Storage/Originals/\(Self.day)/\(name)")
        let path = folder.path(of: "Storage/Originals/\(Self.day)/\(name)")
        let (hash, origin) = (try SHA256.of(bytes).hex, "phone/\(name)")
        return try await connection.query(
            """
            INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes)
            VALUES (\(hash), \(name), \(origin), \(path), \(bytes.count)) RETURNING id
            """
        ) { try $0.string(0) }.first ?? ""
    }

    /// Where the thumbnails of a content are, below the folder.
    func thumbnails(of bytes: [UInt8]) throws -> [String] {
        let hash = try SHA256.of(bytes).hex
        return [256, 1024].map { "Storage/Thumbnails/\(hash.prefix(2))/\(hash)-\($0).webp" }
    }

    /// One pass of the service, in this process.
    func pass(_ changes: [String: String] = [:], replica: String = "one") async throws -> WorkTally {
        let settings = Settings(flags: [:], environment: environment.merging(changes) { $1 })
        let common = try WorkerProgramSettings(settings, service: "thumbnailer", usual: Thumbnailer.usual)
        let logger = Logger(label: "thumbnailer") { _ in SwiftLogNoOpLogHandler() }
        let stop = StopSignal()
        let thumbnailer = try Thumbnailer(
            WorkerStart(
                settings: settings, common: common, logger: logger, clock: SystemClock(), stop: stop, isOnce: true))
        return try await WorkerEngine(
            thumbnailer, settings: WorkerSettings(replica: replica, width: 2, batch: common.engine.batch),
            database: Database(common.factory.database, applicationName: "thumbnailer"),
            board: WorkBoard(clock: SystemClock()), clock: SystemClock(), logger: logger, stop: stop
        ).runOnce()
    }

    func run(_ arguments: [String], _ changes: [String: String] = [:]) async throws -> ProgramRun {
        try await ProgramRun.run(
            .built("thumbnailer"), arguments, environment: environment.merging(changes) { $1 }, in: folder)
    }

    /// A program in the place of that which decodes.
    ///
    /// - Parameter script: of a shell; `$4` is the original, `$5` the folder for thumbnails, `$REAL` the program itself.
    /// - Returns: what the service is told of it.
    func maker(_ script: String) throws -> [String: String] {
        let real = try TestProgram.built("thumbnail-maker").file()
        try folder.write(Array("#!/bin/sh\nREAL='\(real)'\n\(script)\n".utf8), to: "maker")
        try folder.setPermissions("maker", to: 0o755)
        return ["THUMBNAILER_MAKER": folder.path(of: "maker")]
    }

    func texts(_ statement: SQL) async throws -> [String] {
        try await connection.query(statement) { try $0.string(0) }
    }

    /// The names of assets that count as done.
    func done() async throws -> [String] {
        try await texts(
            "SELECT original_name FROM media_assets WHERE is_thumbnailed ORDER BY original_name COLLATE \"C\"")
    }

    /// What the assets say is wrong with them.
    func complaints() async throws -> [String] {
        try await texts(
            "SELECT original_name || ': ' || error_message FROM media_assets WHERE has_errors ORDER BY original_name COLLATE \"C\""
        )
    }

    /// All files below Thumbnails.
    func files() async throws -> [String] {
        try await ProgramRun.run(
            .system("find"), [folder.path(of: "Storage/Thumbnails"), "-type", "f", "-printf", "%P\\0"]
        ).standardOutput.split(separator: "\0").map(String.init).sorted()
    }

    /// Folders in which something is being made.
    func makings() async throws -> [String] {
        try await ProgramRun.run(
            .system("find"), [folder.path(of: "Storage/Thumbnails/.making"), "-mindepth", "1", "-printf", "%P\\0"]
        ).standardOutput.split(separator: "\0").map(String.init).sorted()
    }

    /// Lets the service try again at once.
    func retry() async throws {
        try await connection.execute(FailureRecordsTable.retry(Thumbnailer.stage))
    }
}

/// Lends an empty library.
func withLibrary(_ body: (SampleLibrary) async throws -> Void) async throws {
    try await withScratchDatabase { database in
        try await withTemporaryFolder { folder in
            try folder.folder("Storage/Originals")
            let environment = [
                "FACTORY_ROOT": folder.path, "WORKER_NICE": "0",
                "THUMBNAILER_MAKER": try TestProgram.built("thumbnail-maker").file(),
            ]
            try await body(
                SampleLibrary(
                    folder: folder, database: database, connection: try await database.connect(),
                    environment: database.environment.merging(environment) { $1 }))
        }
    }
}
