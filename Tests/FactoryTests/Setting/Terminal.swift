import TestSupport

/// Runs a program at a terminal of its own, with somebody who types one line.
enum Terminal {
    /// What a skipped test says.
    static let absence = "This needs the program script, of util-linux."

    static func isAvailable() async -> Bool {
        let run = try? await ProgramRun.run(.system("script"), ["--version"])
        return run?.exitCode == 0
    }

    /// The arguments for `sh`; what the terminal shows comes out on standard output.
    static func arguments(
        answer: String, _ program: TestProgram, _ arguments: [String], in folder: TestFolder
    ) throws -> [String] {
        let command = ([try program.file()] + arguments).joined(separator: " ")
        return [
            "-c",
            "echo '\(answer)' | script --quiet --return --command '\(command)' '\(folder.path(of: "typescript"))'",
        ]
    }
}
