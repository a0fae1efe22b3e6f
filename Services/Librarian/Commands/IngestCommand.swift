import ArgumentParser
import FactoryCore
import Logging

struct IngestCommand: AsyncParsableCommand {
    /// How long one pass waits for a database that went away while it was filing.
    private static let databasePatience: Duration = .seconds(30)

    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "File what is in the inbox now, once, and say what became of it.")

    @OptionGroup var options: LibrarianOptions

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    func run() async throws {
        try await Program.run("librarian") { logging in
            let settings = try LibrarianSettings(Settings(flags: options.flags))
            let logger = logging.logger(settings.factory)
            // A database that does not answer at all is told of at once; only one that goes away is waited for.
            _ = try await PostgresConnection.open(settings.factory.database, applicationName: settings.heartbeatName)
            let workshop = try Workshop(
                settings, databasePatience: Self.databasePatience, logger: logger, clock: SystemClock())
            try await workshop.prepare()
            let report = try await Ingest(workshop: workshop).run()
            print(json ? report.json : report.sentence)
            if let failure = report.failure { logger.error("\(failure)") }
            return report.needsLook ? .needsLook : .done
        }
    }
}
