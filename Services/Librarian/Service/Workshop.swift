import FactoryCore
import Logging

/// Everything that filing needs, put together: shared by the service and by the single pass.
struct Workshop: Sendable {
    /// Migrations may rewrite whole tables, and several programs may wait for each other's.
    private static let migrationLimit: Duration = .seconds(3600)

    let settings: LibrarianSettings
    let premises: Premises
    let database: Database
    let board: ProgressBoard
    let reader: InboxReader
    let committer: Committer
    let stop: StopSignal
    let logger: Logger
    let clock: any WallClock
    private let examiners: [Examiner]
    private let patience: DatabasePatience

    /// Opens folders and journal; does not need the database yet.
    ///
    /// - Parameter databasePatience: how long to wait for a database that is away; nil for as long as it takes.
    /// - Throws: `StartupError` with one sentence for the owner.
    init(
        _ settings: LibrarianSettings, databasePatience limit: Duration?, logger: Logger, clock: any WallClock
    ) throws {
        DescriptorLimit.raise()
        let (stop, board, premises) = (StopSignal(), ProgressBoard(clock: clock), try Premises(settings.factory))
        let database = Database(settings.factory.database, applicationName: settings.heartbeatName)
        let journal = try Journal(JournalFolder(storage: premises.storage, librarian: settings.id), clock: clock)
        for damage in journal.damages { logger.error("\(damage)") }
        committer = try Committer(
            journal: journal, ledger: Ledger(database, librarian: settings.id), storage: premises.storage,
            librarian: settings.id, clock: clock, stop: stop)
        reader = InboxReader(
            premises.inbox, quiet: settings.quiet, incompleteAfter: settings.incomplete, clock: clock)
        examiners = try (0..<settings.workers).map { _ in
            try Examiner(inbox: premises.inbox, incompleteAfter: settings.incomplete, clock: clock, stop: stop)
        }
        patience = DatabasePatience(limit: limit, stop: stop, board: board, logger: logger)
        (self.settings, self.premises, self.database, self.board) = (settings, premises, database, board)
        (self.stop, self.logger, self.clock) = (stop, logger, clock)
    }

    /// Brings schema and ledger up to date; waits for the database as long as it may.
    ///
    /// - Throws: `DatabaseError` or `SchemaError` when the database cannot be used.
    func prepare() async throws {
        try await patience.wait {
            let connection = try await PostgresConnection.open(
                settings.factory.database, applicationName: "\(settings.heartbeatName) migrations",
                limit: Self.migrationLimit)
            let applied = try await Migrator(connection: connection).migrate()
            if !applied.isEmpty {
                logger.notice("the database's schema is now version \(applied.max() ?? 0)")
            }
        }
        let (caughtUp, unreadable) = try await patience.wait { try await committer.recover() }
        if caughtUp > 0 { logger.notice("caught up with \(caughtUp) filings of an earlier run") }
        for place in unreadable { logger.error("nobody can say whether this was filed: \(place)") }
    }

    /// - Parameter waitsForQuiet: whether the pass gives files that changed lately a second look before it ends.
    func pass(waitsForQuiet: Bool) -> Pass {
        let line = Line(
            examiners: examiners, committer: committer, patience: patience,
            intake: IntakeNotes(inboxPath: settings.factory.inbox, clock: clock))
        return Pass(reader: reader, line: line, quiet: waitsForQuiet ? settings.quiet : nil, stop: stop)
    }

    /// Tells the board, and the log where somebody has to look.
    func tell(_ events: PassEvents) {
        board.add(events)
        for file in events.settled {
            switch file.outcome {
            case .trouble(let reason): logger.error("\(reason)")
            case .filed, .healed, .duplicate: logger.debug("\(file.path.text): \(file.outcome)")
            case .vanished, .ignored, .pending, .incomplete: logger.trace("\(file.path.text): \(file.outcome)")
            }
        }
        for correction in events.corrections {
            if case .trouble(let reason)? = correction.holds { logger.error("\(reason)") }
        }
    }
}
