/// A file system in memory that is soon full; it needs the right to mount, see `MountNamespace.isAvailable`.
public struct SmallFileSystem: Sendable {
    /// Its top folder.
    public let folder: TestFolder

    /// Makes it larger, or smaller where that much is free.
    public func resize(kilobytes: Int) async throws {
        try await mount(["-o", "remount,size=\(kilobytes)k"])
    }

    /// Lets it hold so many files and folders.
    public func allow(files: Int) async throws {
        try await mount(["-o", "remount,nr_inodes=\(files)"])
    }

    fileprivate func mount(_ options: [String]) async throws {
        let run = try await ProgramRun.run(.system("mount"), options + [folder.path])
        guard run.exitCode == 0 else { throw SupportError("Mounting failed: \(run.standardError)") }
    }

    fileprivate func unmount() async {
        _ = try? await ProgramRun.run(.system("umount"), ["--lazy", folder.path])
    }
}

/// Lends a file system of `kilobytes` and, where that is said, of so many files and folders.
public func withSmallFileSystem<Result>(
    kilobytes: Int, files: Int? = nil, _ body: (SmallFileSystem) async throws -> Result
) async throws -> Result {
    try await withTemporaryFolder { folder in
        let system = SmallFileSystem(folder: folder)
        let options = ["size=\(kilobytes)k"] + (files.map { ["nr_inodes=\($0)"] } ?? [])
        try await system.mount(["-t", "tmpfs", "-o", options.joined(separator: ","), "factory-test"])
        do {
            let result = try await body(system)
            await system.unmount()
            return result
        } catch {
            await system.unmount()
            throw error
        }
    }
}
