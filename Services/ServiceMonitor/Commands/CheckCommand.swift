import ArgumentParser
import FactoryCore
import Logging

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look at everything once, report it, and say how it is.")

    @OptionGroup var options: FactoryOptions

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    func run() async throws {
        try await Program.run("service-monitor") { logging in
            let settings = try MonitorSettings(Settings(flags: options.flags))
            let logger = logging.logger(settings.factory)
            let check = Check(settings: settings, clock: SystemClock(), logger: logger)
            let report = await check.run()
            try StandardOutput.write(json ? report.json : report.text)
            return report.isFine ? .done : .needsLook
        }
    }
}
