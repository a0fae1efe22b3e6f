import ArgumentParser
import FactoryCore
import Logging

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cleanup",
        abstract: "Remove old heartbeats, once; the newest of each service stays.",
        version: FactoryVersion.current)

    @OptionGroup var options: FactoryOptions

    @Option(help: "Days for which heartbeats are kept (HISTORY_RETENTION_DAYS).")
    var retentionDays: String?

    @Flag(help: "Count what would be removed, and remove nothing.")
    var dryRun = false

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    func run() async throws {
        try await Program.run(CleanupSettings.serviceName) { logging in
            let flags = options.flags.merging(["HISTORY_RETENTION_DAYS": retentionDays].compactMapValues { $0 }) { $1 }
            let settings = try CleanupSettings(Settings(flags: flags))
            let stop = StopSignal()
            let cleanup = Cleanup(
                settings: settings, clock: SystemClock(), logger: logging.logger(settings.factory), stop: stop)
            let report = try await stop.whileTrapping {
                try await dryRun ? cleanup.preview() : cleanup.run()
            }
            try StandardOutput.write(json ? report.json : report.sentence)
            return report.needsLook ? .needsLook : .done
        }
    }
}
