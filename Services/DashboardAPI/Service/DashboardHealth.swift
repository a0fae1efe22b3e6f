import FactoryCore

/// What the dashboard's heartbeat says.
enum DashboardHealth {
    /// - Parameter snapshot: the last one; nil while nobody has asked.
    static func health(_ snapshot: Snapshot?) -> ServiceHealth {
        guard let snapshot, snapshot.taken.duration(to: .now) < .seconds(60) else {
            return ServiceHealth(status: .ok, task: "Nobody is looking")
        }
        guard let first = snapshot.degraded.first else { return ServiceHealth(status: .ok, task: "Dashboard running") }
        return ServiceHealth(
            status: .warning, task: "The page cannot show everything: \(first.part), because \(first.reason)")
    }
}
