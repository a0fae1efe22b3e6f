/// What a service said in a stretch of time.
public struct HistoryStretch: Sendable, Hashable {
    public let service: String
    /// Which stretch, counted from 0.
    public let number: Int
    /// The worst that it said.
    public let worst: ServiceStatus
    /// How much time its heartbeats vouch for.
    public let covered: Duration
    /// When it reported first in it.
    public let first: Timestamp
    /// From when its light was red for want of a heartbeat, and until the next one, which may be in a later stretch; from the
    /// first to the last where it was so more than once. Nil where it never was.
    public let silence: Range<Timestamp>?

    public init(
        service: String, number: Int, worst: ServiceStatus, covered: Duration, first: Timestamp,
        silence: Range<Timestamp>? = nil
    ) {
        (self.service, self.number, self.worst) = (service, number, worst)
        (self.covered, self.first, self.silence) = (covered, first, silence)
    }
}
