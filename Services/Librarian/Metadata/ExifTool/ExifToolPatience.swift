/// When ExifTool is asked again after it failed.
struct ExifToolPatience: Sendable {
    /// So many failures in a row are its own fault and not a file's.
    private static let mostFailures = 3
    private static let pause: Duration = .seconds(60)

    private var failures = 0
    private var resumption: ContinuousClock.Instant?

    func allows(at now: ContinuousClock.Instant) -> Bool {
        resumption.map { now >= $0 } ?? true
    }

    mutating func succeed() {
        (failures, resumption) = (0, nil)
    }

    /// - Returns: whether it rests from here on.
    mutating func fail(at now: ContinuousClock.Instant) -> Bool {
        failures += 1
        guard failures >= Self.mostFailures else { return false }
        rest(from: now)
        return true
    }

    mutating func rest(from now: ContinuousClock.Instant) {
        resumption = now + Self.pause
    }
}
