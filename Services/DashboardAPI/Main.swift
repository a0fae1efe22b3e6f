import ArgumentParser
import FactoryCore
import Logging

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard-api", abstract: "Shows on one page that all is well.",
        version: FactoryVersion.current, subcommands: [HealthCheckCommand.self])

    @OptionGroup var options: FactoryOptions

    @Option(help: "Address to listen on (DASHBOARD_HOST).")
    var host: String?

    @Option(help: "Port to listen on (DASHBOARD_PORT).")
    var port: String?

    func run() async throws {
        try await Program.run("dashboard-api") { logging in
            let own = ["DASHBOARD_HOST": host, "DASHBOARD_PORT": port].compactMapValues { $0 }
            let settings = try DashboardSettings(Settings(flags: options.flags.merging(own) { $1 }))
            let logger = logging.logger(settings.factory)
            if settings.isOpen { logger.warning("everybody in the network may look: DASHBOARD_PASSWORD is not set") }
            let dashboard = Dashboard(settings, clock: SystemClock(), logger: logger)
            let heartbeat = HeartbeatService(
                name: DashboardSettings.serviceName, description: DashboardSettings.description,
                interval: settings.heartbeat, glance: DashboardHealth.glance,
                database: Database(settings.factory.database, applicationName: "dashboard heartbeat"),
                clock: SystemClock(), logger: logger
            ) {
                DashboardHealth.health(await dashboard.keeper.current())
            }
            try await ServiceHost(logger: logger).run([heartbeat, dashboard.listener()])
            return .done
        }
    }
}
