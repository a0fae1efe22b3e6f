import ArgumentParser
import FactoryCore
import Logging
import ServiceLifecycle

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Watch over the services, until told to stop.")

    @OptionGroup var options: FactoryOptions

    func run() async throws {
        try await Program.run("service-monitor") { logging in
            let settings = try MonitorSettings(Settings(flags: options.flags))
            let logger = logging.logger(settings.factory)
            try await ServiceHost(logger: logger).run(Self.services(settings, logger, SystemClock()))
            return .done
        }
    }

    /// In the order in which they start; they stop in the reverse order.
    private static func services(
        _ settings: MonitorSettings, _ logger: Logger, _ clock: any WallClock
    ) -> [any Service] {
        let board = ProbeBoard()
        let deliveries = DeliveryBoard()
        let round = Round(settings, clock: clock, logger: logger)
        let own = HeartbeatService(
            name: MonitorSettings.serviceName, description: MonitorSettings.description,
            interval: settings.heartbeat, glance: ProbeHeartbeat.glance,
            database: Database(settings.factory.database, applicationName: "service-monitor heartbeat"),
            folder: settings.factory.health, clock: clock, logger: logger
        ) {
            let health = deliveries.judge(await round.own())
            board.note(
                MonitorSettings.serviceName,
                ProbeReport(health: health, time: clock.now, interval: settings.heartbeat))
            return health
        }
        let probes = round.probes.map { probe in
            ProbeHeartbeat(probe: probe, settings: settings, board: board, clock: clock, logger: logger)
        }
        let alerts = settings.alerts.map { alerts in
            AlertService(
                alerts, database: Database(settings.factory.database, applicationName: "service-monitor alerts"),
                board: board, deliveries: deliveries, clock: clock, logger: logger)
        }
        let deadman = settings.deadmanURL.map { DeadmanService(url: $0, logger: logger) }
        if alerts == nil { logger.info("nobody is told when a service fails: ALERT_URL is not set") }
        let optional: [(any Service)?] = [alerts, deadman]
        return [own] + probes + optional.compactMap(\.self)
    }
}
