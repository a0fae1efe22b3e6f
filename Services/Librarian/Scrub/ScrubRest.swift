/// Whether reading again rests because files are being filed, or were a moment ago.
struct ScrubRest: Sendable {
    typealias Moment = ContinuousClock.Instant

    /// How long nothing must have been filed.
    let calm: Duration
    private var settled: Int?
    private var since: Moment?

    init(calm: Duration) {
        self.calm = calm
    }

    /// - Parameters:
    ///   - isBusy: whether files are on the line.
    ///   - settled: how many have left the inbox so far.
    mutating func isResting(isBusy: Bool, settled: Int, at now: Moment) -> Bool {
        if self.settled != settled { (self.settled, since) = (settled, now) }
        guard !isBusy, let since else { return true }
        return now - since < calm
    }
}
