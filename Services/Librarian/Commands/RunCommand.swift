import ArgumentParser
import FactoryCore
import Logging
import ServiceLifecycle

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Watch the inbox and file what arrives, until told to stop.")

    @OptionGroup var options: LibrarianOptions

    @Option(help: "Seconds between two looks at the whole inbox (LIBRARIAN_RESCAN_SECONDS).")
    var rescanSeconds: String?

    func run() async throws {
        try await Program.run("librarian") { logging in
            var flags = options.flags
            flags["LIBRARIAN_RESCAN_SECONDS"] = rescanSeconds
            let settings = try LibrarianSettings(Settings(flags: flags))
            let logger = logging.logger(settings.factory)
            try await ServiceHost(logger: logger).run(Self.services(settings, logger, SystemClock()))
            return .done
        }
    }

    /// In the order in which they start; they stop in the reverse order.
    private static func services(
        _ settings: LibrarianSettings, _ logger: Logger, _ clock: any WallClock
    ) throws -> [any Service] {
        let board = ProgressBoard(clock: clock)
        let gate = try Gate(settings, logger: logger, clock: clock)
        let scrubBoard = ScrubBoard(clock: clock)
        let filing = FilingService(
            settings, gate: gate, board: board, scrubBoard: scrubBoard, logger: logger, clock: clock)
        let health = LibrarianHealth(interval: settings.heartbeat)
        let heartbeat = HeartbeatService(
            name: settings.heartbeatName, description: "files what arrives in the inbox", interval: settings.heartbeat,
            database: Database(settings.factory.database, applicationName: "\(settings.heartbeatName) heartbeat"),
            folder: settings.factory.health, clock: clock, logger: logger
        ) {
            await filing.awaitFirstLook()
            return health.health(
                board.current, scrub: settings.scrubDays > 0 ? scrubBoard.current : nil, waiting: filing.waiting,
                now: clock.now)
        }
        return [heartbeat, filing]
    }
}
