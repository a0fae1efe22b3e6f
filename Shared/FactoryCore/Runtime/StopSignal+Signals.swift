import Glibc
import UnixSignals

extension StopSignal {
    /// Runs `body`; the first SIGTERM or SIGINT sets this signal meanwhile instead of ending the process. A second one
    /// ends it at once.
    public func whileTrapping<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in signals {
                    guard !self.isSet else { exit(ExitStatus.needsLook.rawValue) }
                    self.set()
                }
            }
            defer { group.cancelAll() }
            return try await body()
        }
    }
}
