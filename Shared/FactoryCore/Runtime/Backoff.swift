/// How long to wait before the next try: twice as long after every failure, up to a limit.
///
/// A fifth of each delay is random, so that services that lost the same server do not come back all at once.
public struct Backoff: Sendable {
    private let first: Duration
    private let limit: Duration
    private var failures = 0

    /// - Parameters:
    ///   - first: the delay after the first failure.
    ///   - limit: no delay is longer.
    public init(first: Duration = .milliseconds(200), limit: Duration = .seconds(30)) {
        self.first = first
        self.limit = limit
    }

    /// The delay after one more failure.
    ///
    /// - Parameter jitter: 0 to 1; how much of the random fifth to take.
    public mutating func delay(jitter: Double = Double.random(in: 0...1)) -> Duration {
        // Sixteen doublings of the shortest useful delay are beyond every limit, and do not overflow.
        let full = min(limit, first * (1 << min(failures, 16)))
        failures += 1
        return full * 0.8 + full * 0.2 * jitter
    }

    /// Call after a success: the next failure is the first again.
    public mutating func reset() {
        failures = 0
    }
}
