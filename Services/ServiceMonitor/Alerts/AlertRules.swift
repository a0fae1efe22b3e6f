import FactoryCore

/// When a light is worth telling.
enum AlertRules {
    /// How long a light has to be seen red: when the whole machine starts, all services are late for a moment.
    static let hold: Duration = .seconds(60)

    /// What is to be told about a service, if anything.
    ///
    /// - Parameters:
    ///   - told: what was told last; nil for nothing yet, which is as good as green.
    ///   - pause: the least time between two alerts about one service.
    static func alert(_ watch: ServiceWatch, told: Announcement?, now: Timestamp, pause: Duration) -> Alert? {
        guard !isPausing(told, now: now, pause: pause) else { return nil }
        if let told, told.light == .red {
            guard let green = watch.greenSince else { return nil }
            return Alert(report: watch.report, change: .recovered(green), redSince: told.redSince)
        }
        guard let red = watch.redSince, now.duration(since: red) >= hold else { return nil }
        return Alert(report: watch.report, change: watch.isOverdue ? .silent : .failing, redSince: red)
    }

    /// What is known of all services: what a probe found counts where the tables know nothing later.
    ///
    /// - Parameter tables: nil while they cannot be read; what only they know is unknown then.
    static func known(
        tables: [ReportedService]?, probes: [String: ProbeReport], now: Timestamp
    ) -> [ReportedService] {
        let found = probes.map { name, report in report.service(name) }
        return Dictionary(((tables ?? []) + found).map { ($0.name, $0) }) { table, probe in
            // One from the future was written by a clock that has been set back since.
            probe.heartbeat.time < table.heartbeat.time && table.heartbeat.time <= now ? table : probe
        }.values.sorted { $0.name < $1.name }
    }

    /// A time to come is one of a clock that was set back since: nothing has to wait for that.
    private static func isPausing(_ told: Announcement?, now: Timestamp, pause: Duration) -> Bool {
        guard let told, told.time <= now else { return false }
        return now.duration(since: told.time) < pause
    }
}
