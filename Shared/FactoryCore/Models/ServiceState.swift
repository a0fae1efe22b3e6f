/// A service that is known, whether it has ever reported or not.
public struct ServiceState: Sendable, Hashable {
    /// Its name in the tables.
    public let name: String
    /// How often the service reports.
    public let interval: Duration
    /// What it is for, in a few words.
    public let description: String
    /// The latest one; nil when there was none yet.
    public let heartbeat: Heartbeat?

    public init(name: String, interval: Duration, description: String, heartbeat: Heartbeat?) {
        (self.name, self.interval, self.description, self.heartbeat) = (name, interval, description, heartbeat)
    }

    /// What its light is computed from; nil while nobody can know.
    public var reported: ReportedService? {
        heartbeat.map { ReportedService(heartbeat: $0, interval: interval) }
    }
}
