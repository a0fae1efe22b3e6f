/// What came of running a program to its end.
public struct ProgramRun: Sendable {
    /// The exit code; 128 + the signal's number when a signal ended it, as shells count.
    public let exitCode: Int32
    public let standardOutput: String
    public let standardError: String

    /// Runs a program and waits for its end.
    ///
    /// - Parameters:
    ///   - environment: everything the program sees, apart from `PATH` and `LD_LIBRARY_PATH`: the variables of the
    ///     person who runs the tests must not decide them.
    ///   - folder: its working directory; that of the tests when nil.
    ///   - timeout: after this the program is killed and `SupportError` is thrown.
    public static func run(
        _ program: TestProgram, _ arguments: [String] = [], environment: [String: String] = [:],
        in folder: TestFolder? = nil, timeout: Duration = .seconds(120)
    ) async throws -> ProgramRun {
        try await withRunning(program, arguments, environment: environment, in: folder) { running in
            try await running.end(within: timeout)
        }
    }
}
