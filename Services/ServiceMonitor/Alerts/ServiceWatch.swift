import FactoryCore

/// One service as it was seen over several looks.
struct ServiceWatch: Sendable, Hashable {
    /// What it said last.
    let report: ReportedService
    /// The first of the looks up to now that all saw it red; nil when the latest did not.
    let redSince: Timestamp?
    /// Likewise for green.
    let greenSince: Timestamp?
    /// Whether it is its silence that makes it red, rather than what it said.
    let isOverdue: Bool

    /// - Parameter previous: the watch as it was at the look before; nil when the service was not seen then.
    init(_ report: ReportedService, after previous: ServiceWatch?, now: Timestamp) {
        let light = LightRules.light(of: report, now: now)
        self.report = report
        isOverdue = LightRules.light(age: now.duration(since: report.heartbeat.time), interval: report.interval) == .red
        // A clock that was set back must not make the light younger than no time at all.
        redSince = light == .red ? min(previous?.redSince ?? now, now) : nil
        greenSince = light == .green ? min(previous?.greenSince ?? now, now) : nil
    }
}
