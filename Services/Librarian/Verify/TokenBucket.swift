/// How long to wait so that no more than so many bytes a second are read, over a while.
struct TokenBucket: Sendable {
    typealias Moment = ContinuousClock.Instant

    private let bytesPerSecond: Double
    /// Until then what was taken is paid for.
    private var paid: Moment

    init(bytesPerSecond: Int, start: Moment) {
        self.bytesPerSecond = Double(max(1, bytesPerSecond))
        paid = start
    }

    /// Takes bytes that were read at `now`.
    ///
    /// - Returns: how long to wait before reading on. What was not used while nothing was read is not saved up.
    mutating func take(_ bytes: Int, at now: Moment) -> Duration {
        paid = max(paid, now) + .seconds(Double(bytes) / bytesPerSecond)
        return paid - now
    }
}
