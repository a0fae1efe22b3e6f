import TestSupport

/// Runs a program for which inotify does not exist, as on many network mounts.
enum InotifyBan {
    /// What a skipped test says.
    static let absence = "This needs a user namespace of its own, which this system refuses."

    /// The limit holds for the program's own user namespace only.
    private static let script = "echo 0 > /proc/sys/user/max_inotify_instances; exec \"$@\""

    static func isAvailable() async -> Bool {
        let arguments = ["--user", "--map-root-user", "sh", "-e", "-c", script, "sh", "true"]
        let run = try? await ProgramRun.run(.system("unshare"), arguments)
        return run?.exitCode == 0
    }

    /// The arguments for `unshare`.
    static func arguments(_ program: TestProgram, _ arguments: [String]) throws -> [String] {
        ["--user", "--map-root-user", "sh", "-e", "-c", script, "sh", try program.file()] + arguments
    }
}
