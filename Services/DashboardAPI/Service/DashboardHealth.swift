import FactoryCore

/// What the dashboard's heartbeat says.
enum DashboardHealth {
    /// How often it is asked: each time a snapshot is taken, also while nobody looks at the page, for whoever comes next
    /// should find it working.
    static let glance: Duration = .seconds(60)

    static func health(_ snapshot: Snapshot) -> ServiceHealth {
        guard let first = snapshot.degraded.first else { return ServiceHealth(status: .ok, task: "Dashboard running") }
        return ServiceHealth(
            status: .warning, task: "The page cannot show everything: \(first.part), because \(first.reason)")
    }
}
