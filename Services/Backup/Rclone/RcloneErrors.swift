import FactoryCore

/// What rclone's exit codes and its log say.
enum RcloneErrors {
    /// Neither the file nor its folder is there.
    static func saysMissing(_ run: ProgramOutput) -> Bool { [3, 4].contains(run.exitCode) }

    /// The last thing that it complained about, without time and kind, for it ends with what made it give up.
    static func reason(_ run: ProgramOutput) -> String {
        let line = run.errors.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }
        return line.map { words(of: $0) } ?? "rclone ended with code \(run.exitCode) and without a word"
    }

    /// What it said about one file; nil for nothing.
    static func reason(_ run: ProgramOutput, about path: String) -> String? {
        let line = run.errors.split(separator: "\n").last { $0.contains(" : \(path): ") }
        return line.map { words(of: $0) }
    }

    /// `2026/11/29 01:20:00 ERROR : name: what` without what stands before the name.
    private static func words(of line: Substring) -> String {
        var rest = line
        if rest.wholeMatch(of: /\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d .*/) != nil { rest = rest.dropFirst(20) }
        for kind in ["ERROR : ", "CRITICAL: ", "NOTICE: "] where rest.hasPrefix(kind) {
            rest = rest.dropFirst(kind.count)
        }
        return String(rest.prefix(500))
    }
}
