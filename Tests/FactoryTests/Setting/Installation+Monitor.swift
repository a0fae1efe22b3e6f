import FactoryCore
import TestSupport

extension Installation {
    /// What the monitor is told of a Syncthing.
    static func settings(for syncthing: OwnSyncthing) -> [String: String] {
        ["SYNCTHING_URL": syncthing.url, "SYNCTHING_API_KEY": syncthing.apiKey]
    }

    /// Lets the monitor look once.
    func check(with changes: [String: String] = [:]) async throws -> MonitorReport {
        try MonitorReport(
            await ProgramRun.run(
                .built("service-monitor"), ["check", "--json"], environment: environment(with: changes), in: root))
    }

    /// Runs the monitor, which looks every second, while `body` runs; an error of `body` comes with the monitor's log.
    func whileMonitoring<Result>(
        with changes: [String: String] = [:], _ body: (RunningProgram) async throws -> Result
    ) async throws -> Result {
        let environment = environment(with: ["HEARTBEAT_SECONDS": "1"].merging(changes) { $1 })
        return try await withRunning(.built("service-monitor"), ["run"], environment: environment, in: root) {
            monitor in
            do {
                return try await body(monitor)
            } catch {
                throw SupportError("\(error) The monitor's log: \(try await monitor.log())")
            }
        }
    }

    /// Status and task of each of a service's heartbeats, from the first on.
    func history(of service: String) async throws -> [String] {
        try await database.connect().query(
            """
            SELECT status || ' ' || current_task FROM system_status_history WHERE service_name = \(service)
            ORDER BY heartbeat_timestamp
            """
        ) { try $0.string(0) }
    }
}
