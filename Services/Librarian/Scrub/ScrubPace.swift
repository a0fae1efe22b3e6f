import FactoryCore

/// How fast originals are read again, so that each is read within the days that are set.
struct ScrubPace: Sendable, Hashable {
    /// How long after it was last read each original has been read again, at the latest.
    let deadline: Duration
    /// As fast as it may be, in bytes a second.
    let limit: Int

    /// The part of the time after which everything should have been read: the rest is for nights on which the NAS slept.
    private static let share = 0.9
    /// The part of the time after which everything is late that has not been read, and is read as fast as it may be.
    private static let late = 0.95

    init(days: Int, megabytesPerSecond: Int) {
        (deadline, limit) = (.seconds(days * 86_400), megabytesPerSecond * 1_000_000)
    }

    /// In bytes a second: what is even over the time, and more the nearer the deadline of what waits longest.
    ///
    /// - Parameters:
    ///   - total: the bytes of all originals.
    ///   - age: how long the original waits that waits longest.
    func bytesPerSecond(total: Int, age: Duration) -> Double {
        let even = Double(max(0, total)) / max(1, deadline / .seconds(1) * Self.share)
        let late = min(1, max(0, (age / deadline - Self.share) / (Self.late - Self.share)))
        return min(Double(limit), even + late * max(0, Double(limit) - even))
    }

    /// The same by the hour.
    func bytesPerHour(total: Int, age: Duration) -> Int {
        Int(bytesPerSecond(total: total, age: age) * 3600)
    }

    /// Whether even the highest speed leaves some unread at the deadline.
    func isTooSlow(for total: Int) -> Bool {
        Double(total) > Double(limit) * (deadline / .seconds(1))
    }
}
