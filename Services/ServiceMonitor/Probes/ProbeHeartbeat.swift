import FactoryCore
import Logging
import ServiceLifecycle

/// Probes again and again, and reports what was found under the service's own name.
struct ProbeHeartbeat: Service {
    /// How often it is looked between two heartbeats: what has turned is reported then.
    static let glance: Duration = .seconds(15)

    let probe: any Probe
    let settings: MonitorSettings
    let board: ProbeBoard
    let clock: any WallClock
    let logger: Logger

    func run() async throws {
        let (probe, interval, board, clock) = (probe, settings.heartbeat, board, clock)
        let database = Database(settings.factory.database, applicationName: "service-monitor \(probe.name)")
        try await HeartbeatService(
            name: probe.name, description: probe.description, interval: interval, glance: Self.glance,
            farewell: nil, database: database, folder: settings.factory.health, clock: clock, logger: logger
        ) {
            let health = await probe.look()
            board.note(probe.name, ProbeReport(health: health, time: clock.now, interval: interval))
            return health
        }.run()
    }
}
