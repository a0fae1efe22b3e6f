import FactoryCore
import Logging

/// Waits for a database that is starting, as after a power cut, though not for ever.
struct DatabaseWait: Sendable {
    private static let retry: Duration = .seconds(1)

    let logger: Logger
    /// How long to wait for it.
    var limit: Duration = .seconds(60)

    /// Tries `open` until it works.
    ///
    /// - Throws: `StartupError` when the time is over, `DatabaseError` at once for what waiting does not change, such as a
    ///   wrong password.
    func open<Connection: Sendable>(_ open: () async throws -> Connection) async throws -> Connection {
        let end = ContinuousClock.now + limit
        var isTold = false
        while true {
            do {
                return try await open()
            } catch let error as DatabaseError where error.consequence == .retry {
                guard ContinuousClock.now + Self.retry < end else {
                    throw StartupError("the database did not answer within \(SpokenDuration.text(limit)): \(error)")
                }
                if !isTold { logger.notice("waiting for the database: \(error)") }
                isTold = true
                try await Task.sleep(for: Self.retry)
            }
        }
    }
}
