import FactoryCore
import Logging

/// Waits for a database that is away, and says so once when it goes and once when it comes back.
struct DatabasePatience: Sendable {
    /// How long to wait in all; nil for as long as it takes.
    let limit: Duration?
    /// When it is set, nothing is waited for any more.
    let stop: StopSignal
    let board: ProgressBoard
    let logger: Logger

    /// Calls `body` until the database lets it succeed. `body` must be harmless to repeat.
    ///
    /// - Throws: the database's last error when the limit is over or waiting is no use, and whatever else `body` throws.
    func wait<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        var backoff = Backoff(limit: .seconds(10))
        let start = ContinuousClock.now
        var hasWaited = false
        defer { if hasWaited { board.setNotice(nil) } }
        while true {
            do {
                let result = try await body()
                if hasWaited { logger.notice("the database is back") }
                return result
            } catch let error as DatabaseError where error.consequence == .retry {
                if stop.isSet { throw error }
                if let limit, ContinuousClock.now - start >= limit { throw error }
                if !hasWaited {
                    logger.warning("waiting for the database: \(error)")
                    board.setNotice("Waiting for the database: \(error)")
                }
                hasWaited = true
                await stop.sleep(for: backoff.delay())
                try Task.checkCancellation()
            }
        }
    }
}
