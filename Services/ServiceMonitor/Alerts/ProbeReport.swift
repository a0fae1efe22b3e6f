import FactoryCore

/// What a probe found.
struct ProbeReport: Sendable, Hashable {
    /// How the service is, and in which words that goes into its heartbeat.
    let health: ServiceHealth
    /// When the probe ended.
    let time: Timestamp
    /// How often the service is probed.
    let interval: Duration

    /// The service as the tables would show it.
    func service(_ name: String) -> ReportedService {
        ReportedService(
            heartbeat: Heartbeat(service: name, status: health.status, task: health.task, time: time),
            interval: interval)
    }
}
