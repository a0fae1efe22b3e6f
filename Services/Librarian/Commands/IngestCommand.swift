import ArgumentParser
import FactoryCore
import Logging

struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "File what is in the inbox now, once, and say what became of it.")

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
            let hasDatabase = try await workshop.catchUp()
            let report = try await Ingest(workshop: workshop, hasDatabase: hasDatabase).run()
            try StandardOutput.write(json ? report.json : report.sentence)
            if let failure = report.failure { logger.error("\(failure)") }
            return report.needsLook ? .needsLook : .done
        }
    }
}
