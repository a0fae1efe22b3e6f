/// A service that has reported, with its latest heartbeat.
public struct ReportedService: Sendable, Hashable {
    /// The latest one; it names the service.
    public let heartbeat: Heartbeat
    /// How often the service reports.
    public let interval: Duration

    public init(heartbeat: Heartbeat, interval: Duration) {
        self.heartbeat = heartbeat
        self.interval = interval
    }

    /// Its name in the tables.
    public var name: String { heartbeat.service }
}
