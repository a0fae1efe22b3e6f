import TestSupport

/// Lends a file system of `kilobytes`, made in memory; it needs the right to mount, see `MountNamespace.isAvailable`.
func withSmallFileSystem<Result>(
    kilobytes: Int, _ body: (TestFolder) async throws -> Result
) async throws -> Result {
    try await withTemporaryFolder { folder in
        let options = ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "factory-test", folder.path]
        let mount = try await ProgramRun.run(.system("mount"), options)
        guard mount.exitCode == 0 else { throw SupportError("Mounting failed: \(mount.standardError)") }
        do {
            let result = try await body(folder)
            _ = try await ProgramRun.run(.system("umount"), ["--lazy", folder.path])
            return result
        } catch {
            _ = try? await ProgramRun.run(.system("umount"), ["--lazy", folder.path])
            throw error
        }
    }
}
