import ArgumentParser

/// The edge of every executable: what went wrong inside becomes one sentence and an exit status here, and only here.
public enum Program {
    /// Runs `body` and ends the process with its status.
    ///
    /// - Parameters:
    ///   - name: how the program is called in its log.
    ///   - body: is given the way to make its logger, which it cannot before it has read its settings.
    /// - Throws: only what makes the argument parser exit with the status.
    public static func run(_ name: String, _ body: (ProgramLogging) async throws -> ExitStatus) async throws {
        let status: ExitStatus
        do {
            status = try await body(ProgramLogging(name: name))
        } catch {
            StandardError.write("\(name): \(ServerMessage.oneLine("\(error)"))")
            status = .couldNotRun
        }
        throw status.exit
    }
}
