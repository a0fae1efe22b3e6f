import FactoryCore
import Logging

/// One round: everything is looked at once, and reported.
struct Check: Sendable {
    let settings: MonitorSettings
    let clock: any WallClock
    let logger: Logger

    func run() async -> CheckReport {
        let round = Round(settings, clock: clock, logger: logger)
        return await withTaskGroup(of: CheckReport.Line.self) { group in
            for probe in round.probes {
                group.addTask { CheckReport.Line(name: probe.name, health: await probe.look()) }
            }
            group.addTask { CheckReport.Line(name: MonitorSettings.serviceName, health: await round.own()) }
            var lines: [CheckReport.Line] = []
            for await line in group { lines.append(line) }
            await write(lines, round)
            return CheckReport(lines: lines.sorted { $0.name < $1.name })
        }
    }

    /// What cannot be written is seen all the same: by what is printed, and by the exit code.
    private func write(_ lines: [CheckReport.Line], _ round: Round) async {
        let database = Database(settings.factory.database, applicationName: "service-monitor check")
        for line in lines {
            let description = round.probes.first { $0.name == line.name }?.description ?? MonitorSettings.description
            let heartbeat = SingleHeartbeat(
                name: line.name, description: description, interval: settings.heartbeat, database: database,
                clock: clock)
            do {
                try await heartbeat.write(line.health)
            } catch {
                return logger.warning("the heartbeats of this round could not be written: \(error)")
            }
        }
    }
}
