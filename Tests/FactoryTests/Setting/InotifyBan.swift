import TestSupport

/// Runs a program to which the kernel tells little or nothing of what changes.
enum InotifyBan: String {
    /// There is no inotify, as on many network mounts.
    case everywhere = "max_inotify_instances 0"
    /// Three folders can be watched and no more.
    case beyondThreeFolders = "max_inotify_watches 3"

    /// What a skipped test says.
    static let absence = "This needs a user namespace of its own, which this system refuses."

    /// The limit holds for the program's own user namespace only.
    private static let script = "echo $2 > /proc/sys/user/$1; shift 2; exec \"$@\""

    static func isAvailable() async -> Bool {
        let run = try? await ProgramRun.run(.system("unshare"), InotifyBan.everywhere.arguments("true"))
        return run?.exitCode == 0
    }

    /// The arguments for `unshare`.
    func arguments(_ program: TestProgram, _ arguments: [String]) throws -> [String] {
        try self.arguments(program.file()) + arguments
    }

    private func arguments(_ file: String) -> [String] {
        let limit = rawValue.split(separator: " ").map(String.init)
        return ["--user", "--map-root-user", "sh", "-e", "-c", Self.script, "sh"] + limit + [file]
    }
}
