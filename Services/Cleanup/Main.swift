import ArgumentParser
import FactoryCore
import Logging

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cleanup",
        abstract: "Remove old heartbeats, once; the newest of each service stays. No photo is ever touched.",
        version: FactoryVersion.current)

    @OptionGroup var options: FactoryOptions

    @Option(help: "Days for which heartbeats are kept (HISTORY_RETENTION_DAYS).")
    var retentionDays: String?

    @Flag(help: "Count what would be removed, and remove nothing.")
    var dryRun = false

    @Flag(help: "Also list files in Originals that the ledger does not know, and rows whose file is gone.")
    var report = false

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    func run() async throws {
        try await Program.run(CleanupSettings.serviceName) { logging in
            let flags = options.flags.merging(["HISTORY_RETENTION_DAYS": retentionDays].compactMapValues { $0 }) { $1 }
            let settings = try CleanupSettings(Settings(flags: flags))
            let stop = StopSignal()
            let cleanup = Cleanup(
                settings: settings, clock: SystemClock(), logger: logging.logger(settings.factory), stop: stop)
            let result = try await stop.whileTrapping {
                var result = try await dryRun ? cleanup.preview() : cleanup.run()
                if report { result.originals = try await cleanup.lookAtOriginals() }
                return result
            }
            try StandardOutput.write(json ? result.json : result.sentence)
            return result.needsLook ? .needsLook : .done
        }
    }
}
