import Synchronization

/// Where long work stands, for the progress bar.
public final class ReadingBoard: Sendable {
    private let reading = Mutex(ProgressReading(done: 0, total: 0, caption: "starting"))

    public init() {}

    public var current: ProgressReading { reading.withLock { $0 } }

    public func show(_ now: ProgressReading) {
        reading.withLock { $0 = now }
    }

    /// Runs `body` with a bar on the terminal, if there is one.
    public func whileDrawing<Result>(_ body: () async throws -> Result) async rethrows -> Result {
        try await ProgressBar.whileDrawing({ self.current }, body)
    }
}
