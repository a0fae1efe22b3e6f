/// Lets a program see file systems that nobody else sees; they go away with the program, however it ends.
///
/// This needs the right to mount, which root has and containers often have not.
public enum MountNamespace {
    /// What a skipped test says.
    public static let absence = "This needs the right to mount file systems: run it as root."

    /// Whether this machine and user may.
    public static func isAvailable() async -> Bool {
        let run = try? await ProgramRun.run(.system("unshare"), ["--mount", "true"])
        return run?.exitCode == 0
    }

    /// The arguments for `unshare` that run `mounts`, a shell script in which `$0` is not used, then the program.
    public static func arguments(mounts: String, _ program: TestProgram, _ arguments: [String]) throws -> [String] {
        ["--mount", "sh", "-e", "-c", mounts + "\nexec \"$@\"", "sh", try program.file()] + arguments
    }
}
