import FactoryCore
import TestSupport

@testable import thumbnailer

/// A library with thumbnails.
extension SampleLibrary {
    /// Files a photo of that name.
    ///
    /// - Returns: the asset's id.
    @discardableResult
    func add(_ name: String) async throws -> String {
        try await add(name, SamplePhoto(name).bytes())
    }

    /// Where the thumbnails of a content are, below the folder.
    func thumbnails(of bytes: [UInt8]) throws -> [String] {
        let hash = try SHA256.of(bytes).hex
        return [256, 1024].map { "Storage/Thumbnails/\(hash.prefix(2))/\(hash)-\($0).webp" }
    }

    /// One pass of the service, in this process.
    func pass(_ changes: [String: String] = [:], replica: String = "one") async throws -> WorkTally {
        try await pass(of: Thumbnailer.self, changes, replica: replica, width: 2)
    }

    func run(_ arguments: [String], _ changes: [String: String] = [:]) async throws -> ProgramRun {
        try await run(.built("thumbnailer"), arguments, changes)
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

    /// The names of assets that count as done.
    func done() async throws -> [String] {
        try await texts(
            "SELECT original_name FROM media_assets WHERE is_thumbnailed ORDER BY original_name COLLATE \"C\"")
    }

    /// All files below Thumbnails.
    func files() async throws -> [String] {
        try await list("Storage/Thumbnails", "-type", "f")
    }

    /// Folders in which something is being made, and what is in them.
    func makings() async throws -> [String] {
        try await list("Storage/Thumbnails/.making", "-mindepth", "1")
    }

    /// Lets the service try again at once.
    func retry() async throws {
        try await connection.execute(FailureRecordsTable.retry(Thumbnailer.stage))
    }
}

/// Lends an empty library.
func withLibrary(_ body: (SampleLibrary) async throws -> Void) async throws {
    try await withSampleLibrary(
        { _ in ["THUMBNAILER_MAKER": try TestProgram.built("thumbnail-maker").file()] }, body)
}
