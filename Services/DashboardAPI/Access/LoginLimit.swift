import Synchronization

/// How often somebody may try a password: ten times in a minute from one address, a hundred times from all of them
/// together. Only failures count.
final class LoginLimit: Sendable {
    static let window: Duration = .seconds(60)
    private static let perAddress = 10
    private static let all = 100

    private let failures = Mutex<[(address: String, time: ContinuousClock.Instant)]>([])

    func allows(_ address: String, now: ContinuousClock.Instant = .now) -> Bool {
        failures.withLock { failures in
            failures.removeAll { $0.time + Self.window <= now }
            return failures.count < Self.all && failures.count { $0.address == address } < Self.perAddress
        }
    }

    func fail(_ address: String, now: ContinuousClock.Instant = .now) {
        failures.withLock { $0.append((address, now)) }
    }
}
