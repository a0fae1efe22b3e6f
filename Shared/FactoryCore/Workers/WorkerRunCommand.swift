public import ArgumentParser
import Logging
import ServiceLifecycle

/// The command of a worker that works: always, or until nothing waits.
public struct WorkerRunCommand<Worker: WorkerProgram>: AsyncParsableCommand {
    public static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "run", abstract: "Take what waits and what comes, until told to stop.")
    }

    @OptionGroup var options: FactoryOptions

    @Flag(help: "End when nothing waits that can be done now.")
    var once = false

    @Flag(help: "With --once: print the result as one JSON object on standard output.")
    var json = false

    public init() {}

    public func validate() throws {
        if json && !once { throw ValidationError("--json says how a pass went: it needs --once") }
    }

    public func run() async throws {
        try await Program.run(Worker.stage.name) { logging in
            let settings = Settings(flags: options.flags)
            let common = try WorkerProgramSettings(settings, service: Worker.stage.name, usual: Worker.usual)
            let logger = logging.logger(common.factory)
            ProcessPriority.giveWay(nice: common.nice)
            let (clock, stop) = (SystemClock(), StopSignal())
            let worker = try Worker(
                WorkerStart(
                    settings: settings, common: common, logger: logger, clock: clock, stop: stop, isOnce: once))
            let shop = WorkerShop(worker, common, logger: logger, clock: clock, stop: stop)
            guard once else {
                try await ServiceHost(logger: logger).run(shop.services)
                return .done
            }
            let report = try await shop.runOnce()
            try StandardOutput.write(json ? report.json : report.sentence)
            return report.needsLook ? .needsLook : .done
        }
    }
}
