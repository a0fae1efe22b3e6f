import FactoryCore
import Logging

/// Everything that filing needs, put together: shared by the service and by the single pass.
struct Workshop: Sendable {
    let settings: LibrarianSettings
    let gate: Gate
    let premises: Premises
    let board: ProgressBoard
    let reader: InboxReader
    let committer: Committer
    /// Shared by all who read files; its process is ended with the last of them.
    let exifTool: ExifTool
    let stop: StopSignal
    let logger: Logger
    let clock: any WallClock
    private let examiners: [Examiner]
    private let examination: Examiner.Setting
    private let watch: LedgerWatch
    private let descriptors: Int

    /// Opens folders and journal; does not need the database yet.
    ///
    /// - Parameter gate: has been opened.
    /// - Throws: `StartupError` with one sentence for the owner.
    init(
        _ settings: LibrarianSettings, gate: Gate, board: ProgressBoard, logger: Logger, clock: any WallClock
    ) throws {
        descriptors = DescriptorLimit.raise()
        let (stop, premises) = (StopSignal(), try Premises(settings.factory))
        let ledger = Ledger(
            settings.factory.database, applicationName: settings.heartbeatName, librarian: settings.id)
        let journal = try Journal(JournalFolder(storage: premises.storage, librarian: settings.id))
        committer = try Committer(
            journal: journal, ledger: ledger, storage: premises.storage, librarian: settings.id, clock: clock,
            stop: stop, pulse: board.pulse, missingLimit: settings.missingLimit,
            mayEmpty: { try await gate.admit($0, in: premises.inbox) }
        ) { try await gate.admitDatabase(over: $0) }
        reader = InboxReader(
            premises.inbox, quiet: settings.quiet, incompleteAfter: settings.incomplete, groupAfter: settings.group,
            clock: clock)
        exifTool = ExifTool(program: settings.exifTool, stop: stop) { logger.warning("\($0)") }
        examination = Examiner.Setting(
            inbox: premises.inbox, metadataReader: MetadataReader(placeZones: settings.placeZones), exifTool: exifTool,
            incompleteAfter: settings.incomplete, groupAfter: settings.group, clock: clock, stop: stop,
            pulse: board.pulse)
        examiners = try (0..<settings.workers).map { [examination] _ in try Examiner(examination) }
        watch = LedgerWatch(board: board, logger: logger)
        (self.settings, self.gate, self.board) = (settings, gate, board)
        (self.premises, self.stop, self.logger, self.clock) = (premises, stop, logger, clock)
    }

    /// Brings schema and ledger up to date, if the database can be reached.
    ///
    /// - Returns: whether the database has all rows now.
    /// - Throws: `DatabaseError` or `SchemaError` when the database can be reached and not be used.
    @discardableResult
    func catchUp() async throws -> Bool {
        let report = try await committer.record()
        if let outage = report.outage, outage.consequence != .retry { throw outage }
        watch.note(report)
        tell(PassEvents(corrections: report.recovery.corrections))
        return report.outage == nil
    }

    /// - Parameter waitsForQuiet: whether the pass gives files that changed lately a second look before it ends.
    func pass(waitsForQuiet: Bool) -> Pass {
        pass(
            over: premises.inbox, reader: reader, examiners: examiners, quiet: waitsForQuiet ? settings.quiet : nil)
    }

    /// One pass over `Storage/Healing`, which is an inbox like the other: whose bytes are an original's that is damaged or
    /// missing takes its place, and whose original is well is removed like any duplicate.
    ///
    /// - Returns: nil where nothing waits.
    /// - Throws: `FileError` when the folder cannot be read.
    func healingPass() async throws -> Pass? {
        guard let healing = try premises.healing() else { return nil }
        let reader = InboxReader(
            healing, quiet: settings.quiet, incompleteAfter: settings.incomplete, clock: clock)
        guard try await reader.count() > 0 else { return nil }
        var examination = examination
        examination.inbox = healing
        return pass(over: healing, reader: reader, examiners: [try Examiner(examination)], quiet: settings.quiet)
    }

    private func pass(over inbox: Folder, reader: InboxReader, examiners: [Examiner], quiet: Duration?) -> Pass {
        let line = Line(
            examiners: examiners, committer: committer, watch: watch,
            intake: IntakeNotes(inboxPath: inbox.path, clock: clock), descriptors: descriptors)
        return Pass(inbox: inbox, reader: reader, line: line, gate: gate, quiet: quiet, stop: stop)
    }

    /// Tells the board, and the log where somebody has to look.
    func tell(_ events: PassEvents) {
        board.add(events)
        for file in events.settled {
            switch file.outcome {
            case .trouble(let reason): logger.error("\(reason)")
            case .quarantined(let reason): logger.error("\(file.path.text) was put into the quarantine: \(reason)")
            case .filed, .healed, .duplicate: logger.debug("\(file.path.text): \(file.outcome)")
            case .vanished, .ignored, .pending, .incomplete, .awaiting:
                logger.trace("\(file.path.text): \(file.outcome)")
            }
        }
        for correction in events.corrections {
            if case .trouble(let reason) = correction.holds { logger.error("\(reason)") }
        }
    }
}
