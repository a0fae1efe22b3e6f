import Synchronization

/// How many follow a log at the same time: each keeps a connection and looks every second.
final class LogFollowers: Sendable {
    private static let limit = 16
    private let count = Mutex(0)

    /// Whether one more may follow; if so, `leave` has to be called.
    func enter() -> Bool {
        count.withLock { count in
            guard count < Self.limit else { return false }
            count += 1
            return true
        }
    }

    func leave() {
        count.withLock { $0 -= 1 }
    }
}
