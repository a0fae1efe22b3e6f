import FactoryCore
import Logging
import TestSupport
import Testing

@testable import backup

/// A library with originals, rows, and a target for their copies.
struct SampleLibrary {
    static let day = "2024/2024-03-09"

    let folder: TestFolder
    let database: ScratchDatabase
    let connection: PostgresConnection
    /// What the programs are told.
    var environment: [String: String]

    var target: TestFolder { TestFolder(folder.path(of: "target")) }

    /// Files a photo.
    ///
    /// - Returns: the asset's id.
    @discardableResult
    func add(_ name: String, _ bytes: [UInt8]? = nil) async throws -> String {
        let bytes = bytes ?? Array("photo \(name)".utf8)
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

    /// Changes a byte, and nothing by which that could be seen.
    func flip(_ name: String) throws {
        var bytes = try folder.read(name)
        bytes[bytes.count / 2] ^= 1
        try rewrite(bytes, name)
    }

    /// With its time.
    func rewrite(_ bytes: [UInt8], _ name: String) throws {
        let modified = folder.facts(name)?.modified
        try folder.write(bytes, to: name)
        if let modified { try folder.setModified(name, to: modified) }
    }

    /// One pass of the service, in this process.
    func pass(_ changes: [String: String] = [:], replica: String = "one") async throws -> WorkTally {
        let settings = Settings(flags: [:], environment: environment.merging(changes) { $1 })
        let common = try WorkerProgramSettings(settings, service: "backup", usual: Backup.usual)
        let logger = Logger(label: "backup") { _ in SwiftLogNoOpLogHandler() }
        let stop = StopSignal()
        let backup = try Backup(
            WorkerStart(
                settings: settings, common: common, logger: logger, clock: SystemClock(), stop: stop, isOnce: true))
        return try await WorkerEngine(
            backup, settings: WorkerSettings(replica: replica, width: 4, batch: common.engine.batch),
            database: Database(common.factory.database, applicationName: "backup"),
            board: WorkBoard(clock: SystemClock()),
            clock: SystemClock(), logger: logger, stop: stop
        ).runOnce()
    }

    func run(_ arguments: [String], _ changes: [String: String] = [:]) async throws -> ProgramRun {
        try await ProgramRun.run(
            .built("backup"), arguments, environment: environment.merging(changes) { $1 }, in: folder)
    }

    func texts(_ statement: SQL) async throws -> [String] {
        try await connection.query(statement) { try $0.string(0) }
    }

    /// The names of assets that count as backed up.
    func backedUp() async throws -> [String] {
        try await texts(
            "SELECT original_name FROM media_assets WHERE is_backed_up ORDER BY original_name COLLATE \"C\"")
    }

    /// What the assets say is wrong with them.
    func complaints() async throws -> [String] {
        try await texts(
            "SELECT original_name || ': ' || error_message FROM media_assets WHERE has_errors ORDER BY original_name COLLATE \"C\""
        )
    }

    /// What is at the target, below a folder.
    func copies(_ below: String) async throws -> [String] {
        try await ProgramRun.run(
            .system("find"), [target.path(of: below), "-type", "f", "-printf", "%P\\0"]
        ).standardOutput.split(separator: "\0").map(String.init).sorted()
    }

    /// Lets the service try again at once.
    func retry() async throws {
        try await connection.execute(FailureRecordsTable.retry(Backup.stage))
    }
}

/// Lends a library with an empty target.
func withLibrary(_ body: (SampleLibrary) async throws -> Void) async throws {
    try await withScratchDatabase { database in
        try await withTemporaryFolder { folder in
            try folder.folder("target")
            try folder.folder("Storage/Originals")
            let connection = try await database.connect()
            try await connection.execute(VaultTable.insert(.random()))
            let environment = [
                "FACTORY_ROOT": folder.path, "BACKUP_TARGET": folder.path(of: "target"), "WORKER_NICE": "0",
                "BACKUP_RESTORE_TEST_SAMPLE": "0",
            ]
            try await body(
                SampleLibrary(
                    folder: folder, database: database, connection: connection,
                    environment: database.environment.merging(environment) { $1 }))
        }
    }
}

/// rclone with something before or after it.
extension SampleLibrary {
    /// - Parameters:
    ///   - before: shell commands; `$1` is rclone's command.
    ///   - after: shell commands that run when it has ended.
    /// - Returns: what the service is told of it.
    func shim(before: String = "", after: String) throws -> [String: String] {
        let script = "#!/bin/sh\n\(before)\nrclone \"$@\"\nstatus=$?\n\(after)\nexit $status\n"
        try folder.write(Array(script.utf8), to: "rclone-shim")
        try folder.setPermissions("rclone-shim", to: 0o755)
        return ["BACKUP_RCLONE": folder.path(of: "rclone-shim")]
    }
}
