import FactoryCore

/// A service as the document shows it.
struct ServiceView: Sendable {
    let state: ServiceState
    /// Nil while nothing is known of its past.
    let strip: HistoryStrip?
    /// Nil where it has none, or nobody knows.
    let container: ContainerState?
    let now: Timestamp

    /// `unknown` for a service that never reported.
    var light: String {
        state.reported.map { LightRules.light(of: $0, now: now).rawValue } ?? "unknown"
    }

    var json: JSONValue {
        let beat = state.heartbeat
        // Below zero where the clock was set back since: the light is red then, and this is why.
        let age = beat.map { Int(now.duration(since: $0.time).components.seconds) }
        let cells = strip?.cells ?? Array(repeating: .none, count: HistoryStrip.count)
        return [
            "name": .text(state.name), "description": .text(state.description), "light": .text(light),
            "status": .text(beat?.status.rawValue), "age_seconds": .integer(age),
            "interval_seconds": .integer(Int(state.interval.components.seconds)),
            "last_heartbeat": beat.map { .time($0.time) } ?? nil, "current_task": .text(beat?.task),
            "uptime_24h": strip?.uptime.map { .number($0) } ?? nil,
            "strip": .list(cells.map { .text($0.rawValue) }), "container": container?.json ?? nil,
        ]
    }
}
