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
            let workshop = try Workshop(settings, logger: logger, clock: SystemClock())
            try await ServiceHost(logger: logger).run(Self.services(workshop))
            return .done
        }
    }

    /// In the order in which they start; they stop in the reverse order.
    private static func services(_ workshop: Workshop) -> [any Service] {
        let bell = Bell()
        let hints = InboxHints(bell: bell)
        return [heartbeat(workshop)] + watching(workshop, hints)
            + [LibrarianService(workshop: workshop, hints: hints, bell: bell)]
    }

    private static func heartbeat(_ workshop: Workshop) -> HeartbeatService {
        let settings = workshop.settings
        let health = LibrarianHealth(interval: settings.heartbeat)
        return HeartbeatService(
            name: settings.heartbeatName, description: "files what arrives in the inbox", interval: settings.heartbeat,
            database: Database(settings.factory.database, applicationName: "\(settings.heartbeatName) heartbeat"),
            clock: workshop.clock, logger: workshop.logger
        ) {
            let (count, since) = await workshop.reader.waiting()
            return health.health(workshop.board.current, waiting: count, waitingSince: since, now: workshop.clock.now)
        }
    }

    /// Nothing where the kernel offers no notifications: the periodic scan is enough.
    private static func watching(_ workshop: Workshop, _ hints: InboxHints) -> [any Service] {
        do {
            let watcher = try InboxWatcher(workshop.premises.inbox, hints: hints, logger: workshop.logger)
            return [WatchService(watcher: watcher)]
        } catch {
            workshop.logger.warning("\(error); new files are found by the periodic scan alone")
            return []
        }
    }
}
