/// Which light a service shows: the worse of what the age of its last heartbeat and what the service itself says.
public enum LightRules {
    /// The light of a service at `now`.
    public static func light(of service: ReportedService, now: Timestamp) -> ServiceLight {
        max(
            light(age: now.duration(since: service.heartbeat.time), interval: service.interval),
            light(of: service.heartbeat.status))
    }

    /// By age in whole seconds: green up to one interval, yellow up to three, red above. So far in the future as well: a
    /// heartbeat of a clock that was ahead says nothing about now, and would be green until that time has come.
    public static func light(age: Duration, interval: Duration) -> ServiceLight {
        let seconds = Duration.seconds(age.components.seconds.magnitude)
        if seconds <= interval { return .green }
        return seconds <= interval * 3 ? .yellow : .red
    }

    /// By what the service said.
    public static func light(of status: ServiceStatus) -> ServiceLight {
        switch status {
        case .ok: .green
        case .warning: .yellow
        case .error: .red
        }
    }
}
