/// Lends a folder that is mounted over itself: a second mount of the same disk, to which no rename leads. It needs the right to
/// mount, see `MountNamespace.isAvailable`.
public func withSecondMount<Result>(of folder: TestFolder, _ body: () async throws -> Result) async throws -> Result {
    let run = try await ProgramRun.run(.system("mount"), ["--bind", folder.path, folder.path])
    guard run.exitCode == 0 else { throw SupportError("Mounting failed: \(run.standardError)") }
    do {
        let result = try await body()
        await unmount(folder)
        return result
    } catch {
        await unmount(folder)
        throw error
    }
}

private func unmount(_ folder: TestFolder) async {
    _ = try? await ProgramRun.run(.system("umount"), ["--lazy", folder.path])
}
