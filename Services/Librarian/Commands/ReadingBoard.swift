import Synchronization

/// Where long work stands, for the progress bar.
final class ReadingBoard: Sendable {
    private let reading = Mutex(ProgressReading(done: 0, total: 0, caption: "starting"))

    var current: ProgressReading { reading.withLock { $0 } }

    func show(_ now: ProgressReading) {
        reading.withLock { $0 = now }
    }

    /// Runs `body` with a bar on the terminal, if there is one.
    func whileDrawing<Result>(_ body: () async throws -> Result) async rethrows -> Result {
        guard ProgressBar.isTerminal else { return try await body() }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await ProgressBar.draw { self.current } }
            defer { group.cancelAll() }
            return try await body()
        }
    }
}
