import ArgumentParser
import FactoryCore
import Logging

struct RetryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "File what is in the quarantine, where that is possible by now.")

    @OptionGroup var options: LibrarianOptions

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    func run() async throws {
        try await Program.run("librarian") { logging in
            let settings = try LibrarianSettings(Settings(flags: options.flags))
            let logger = logging.logger(settings.factory)
            let gate = try Gate(settings, logger: logger, clock: SystemClock())
            try await gate.open()
            let workshop = try Workshop(
                settings, gate: gate, board: ProgressBoard(clock: SystemClock()), logger: logger, clock: SystemClock())
            try await workshop.catchUp()
            let report = try await Retry(workshop: workshop).run()
            try StandardOutput.write(json ? report.json : report.sentence)
            if let failure = report.failure { logger.error("\(failure)") }
            return report.needsLook ? .needsLook : .done
        }
    }
}
