import FactoryCore
import TestSupport

@testable import backup

/// A library with a target for its copies.
extension SampleLibrary {
    var target: TestFolder { TestFolder(folder.path(of: "target")) }

    /// Files a photo of that name.
    ///
    /// - Returns: the asset's id.
    @discardableResult
    func add(_ name: String) async throws -> String {
        try await add(name, Array("photo \(name)".utf8))
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
        try await pass(of: Backup.self, changes, replica: replica, width: 4)
    }

    func run(_ arguments: [String], _ changes: [String: String] = [:]) async throws -> ProgramRun {
        try await run(.built("backup"), arguments, changes)
    }

    /// The names of assets that count as backed up.
    func backedUp() async throws -> [String] {
        try await texts(
            "SELECT original_name FROM media_assets WHERE is_backed_up ORDER BY original_name COLLATE \"C\"")
    }

    /// What is at the target, below a folder.
    func copies(_ below: String) async throws -> [String] {
        try await list("target/\(below)", "-type", "f")
    }

    /// Lets the service try again at once.
    func retry() async throws {
        try await connection.execute(FailureRecordsTable.retry(Backup.stage))
    }

    /// rclone with something before or after it.
    ///
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

/// Lends a library with an empty target.
func withLibrary(_ body: (SampleLibrary) async throws -> Void) async throws {
    try await withSampleLibrary({ folder in
        try folder.folder("target")
        return ["BACKUP_TARGET": folder.path(of: "target"), "BACKUP_RESTORE_TEST_SAMPLE": "0"]
    }) { library in
        try await library.connection.execute(VaultTable.insert(.random()))
        try await body(library)
    }
}
