import TestSupport

/// Runs a program to which permissions apply also when root runs the tests.
enum OrdinaryRights {
    /// What a skipped test says.
    static let absence = "This needs setpriv."

    static func areAvailable() async -> Bool {
        let run = try? await ProgramRun.run(.system("setpriv"), [withoutOverrides, "true"])
        return run?.exitCode == 0
    }

    /// The arguments for `setpriv`.
    static func arguments(_ program: TestProgram, _ arguments: [String]) throws -> [String] {
        [withoutOverrides, try program.file()] + arguments
    }

    /// Who is not root has none of these to lose.
    private static let withoutOverrides = "--bounding-set=-dac_override,-dac_read_search"
}
