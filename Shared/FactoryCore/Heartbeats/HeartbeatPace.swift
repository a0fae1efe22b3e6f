/// When a service's health is worth a heartbeat: at a steady interval, and at once when the status has changed.
struct HeartbeatPace: Sendable {
    typealias Moment = ContinuousClock.Instant

    private let interval: Duration
    private var last: (status: ServiceStatus, moment: Moment)?

    init(interval: Duration) {
        self.interval = interval
    }

    /// When the next heartbeat is due whatever the status; nil before the first.
    var next: Moment? {
        last.map { $0.moment + interval }
    }

    /// Whether to beat now; takes note of it if so.
    mutating func takes(_ status: ServiceStatus, at moment: Moment) -> Bool {
        if let last, let next, status == last.status, moment < next { return false }
        last = (status, moment)
        return true
    }
}
