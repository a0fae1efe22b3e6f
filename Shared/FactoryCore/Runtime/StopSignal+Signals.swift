import UnixSignals

extension StopSignal {
    /// Runs `body`; SIGTERM and SIGINT set this signal meanwhile instead of ending the process.
    public func whileTrapping<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in signals { self.set() }
            }
            defer { group.cancelAll() }
            return try await body()
        }
    }
}
