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

    public init(service: String, number: Int, worst: ServiceStatus, covered: Duration, first: Timestamp) {
        (self.service, self.number, self.worst) = (service, number, worst)
        (self.covered, self.first) = (covered, first)
    }
}
