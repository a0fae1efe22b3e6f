import Synchronization

/// How often somebody may try a password: ten times in a minute from one address, a hundred times from all of them
/// together. Only failures count.
final class LoginLimit: Sendable {
    static let window: Duration = .seconds(60)
    private static let perAddress = 10
    private static let all = 100

    private let failures = Mutex<[(address: String, time: ContinuousClock.Instant)]>([])

    /// Whether one more try is allowed. It counts at once, for many may be under way at the same time; who was right gives
    /// it back.
    func take(_ address: String, now: ContinuousClock.Instant = .now) -> Bool {
        failures.withLock { failures in
            failures.removeAll { $0.time + Self.window <= now }
            guard failures.count < Self.all, failures.count(where: { $0.address == address }) < Self.perAddress else {
                return false
            }
            failures.append((address, now))
            return true
        }
    }

    /// The latest try from there was no failure.
    func giveBack(_ address: String) {
        failures.withLock { failures in
            guard let index = failures.lastIndex(where: { $0.address == address }) else { return }
            failures.remove(at: index)
        }
    }
}
