/// One call of rclone.
struct RcloneCommand: Sendable, Hashable {
    let arguments: [String]

    /// Copies the files of a list that are not there yet. What is there stays, whatever it is.
    static func copy(list: String, from: String, to: String) -> RcloneCommand {
        RcloneCommand(arguments: ["copy", "--ignore-existing"] + listed(list) + ["--", from, to])
    }

    /// Copies the files of a list, and keeps what was there under these names.
    static func replace(list: String, from: String, to: String, keeping: String) -> RcloneCommand {
        RcloneCommand(
            arguments: ["copy", "--ignore-times", "--backup-dir", keeping] + listed(list) + ["--", from, to])
    }

    /// Reads the files of a list again from the target and compares them with what they must be.
    ///
    /// - Parameter sums: a file as `sha256sum` writes it.
    static func prove(sums: String, list: String, at place: String) -> RcloneCommand {
        RcloneCommand(
            arguments: ["checksum", "--download", "--combined", "-"] + listed(list) + ["--", "sha256", sums, place])
    }

    /// Writes one file to its output.
    static func show(_ place: String) -> RcloneCommand {
        RcloneCommand(arguments: ["cat", "--", place])
    }

    /// Copies one file that is not there yet.
    static func carry(file: String, to place: String) -> RcloneCommand {
        RcloneCommand(arguments: ["copyto", "--immutable", "--", file, place])
    }

    /// Copies one file from the target.
    static func fetch(_ place: String, to file: String) -> RcloneCommand {
        RcloneCommand(arguments: ["copyto", "--", place, file])
    }

    /// Only what is listed is looked for, byte by byte as it is called: neither folders as large as a library are listed, nor
    /// are two names the same that only look so.
    private static func listed(_ list: String) -> [String] {
        ["--files-from-raw", list, "--no-traverse", "--no-unicode-normalization"]
    }

    /// As rclone is called.
    func words(_ settings: RcloneSettings) -> [String] {
        var options = [
            // An empty name is no file, instead of that in somebody's home.
            "--config", settings.configuration ?? "", "--ask-password=false", "--log-level", "ERROR", "--stats", "0",
            "--retries", "1", "--low-level-retries", "3", "--contimeout", "30s", "--timeout", "2m",
            "--transfers", "\(settings.width)", "--checkers", "\(settings.width)",
        ]
        if let bandwidth = settings.bandwidth { options += ["--bwlimit", bandwidth] }
        return [arguments[0]] + options + arguments.dropFirst()
    }
}
