import FactoryCore
import Logging

/// Makes the ledger again: from all journals first, and from Originals what no journal knows.
struct Rebuild: Sendable {
    /// As many rows as one statement should carry.
    private static let rowsAtOnce = 1000

    let settings: LibrarianSettings
    let logger: Logger
    let clock: any WallClock
    let stop = StopSignal()
    let board = ReadingBoard()

    /// - Throws: `StartupError` when a librarian runs or Storage is not the right one, `DatabaseError`, `Stopped`.
    func run() async throws -> RebuildReport {
        let premises = try VerifyPremises(settings, withInbox: false)
        let journals = try lockAll(premises.storage)
        try await prepareDatabase(premises.storage)
        try await writeFirstFilings(premises.storage)
        var report = RebuildReport()
        for (number, journal) in journals.enumerated() {
            board.show(
                ProgressReading(
                    done: number, total: journals.count, caption: "applying the journal of \(journal.librarian)"))
            try await apply(journal, premises.storage, &report)
        }
        try await recordStrays(premises, journals, &report)
        for journal in journals {
            try VerifyProgressFile(storage: premises.storage, librarian: journal.librarian).remove()
        }
        return report
    }

    /// A librarian that filed meanwhile would move on what is forgotten here.
    private func lockAll(_ storage: Folder) throws -> [LockedJournal] {
        let found = try JournalBook.all(in: storage).map(\.librarian).filter { (try? LibrarianID.check($0)) != nil }
        return try Set(found + [settings.id]).sorted().map { librarian in
            LockedJournal(librarian: librarian, folder: try JournalFolder(storage: storage, librarian: librarian))
        }
    }

    private func prepareDatabase(_ storage: Folder) async throws {
        try await SchemaUpdate(settings: settings, logger: logger).apply()
        try await RebuildVault.settle(settings, storage: storage)
    }

    private func writeFirstFilings(_ storage: Folder) async throws {
        for (librarian, deeds) in try FirstFilings.find(in: JournalBook.all(in: storage)) {
            let ledger = ledger(of: librarian)
            for start in stride(from: 0, to: deeds.count, by: Self.rowsAtOnce) {
                var rows = OwedRows()
                for deed in deeds[start..<min(start + Self.rowsAtOnce, deeds.count)] {
                    rows.add(deed, storage: storage.path)
                }
                _ = try await ledger.replay(rows)
            }
        }
    }

    private func apply(_ journal: LockedJournal, _ storage: Folder, _ report: inout RebuildReport) async throws {
        let committer = try committer(journal, storage)
        let record = try await committer.rebuild()
        report.applied += record.recovery.caughtUp
        for sentence in record.recovery.troubles + record.damages {
            report.troubles += 1
            tell(sentence)
        }
    }

    private func committer(_ journal: LockedJournal, _ storage: Folder) throws -> Committer {
        return try Committer(
            journal: Journal(journal.folder), ledger: ledger(of: journal.librarian), storage: storage,
            librarian: journal.librarian, clock: clock, stop: stop, missingLimit: 0
        ) { _ in }
    }

    private func ledger(of librarian: String) -> Ledger {
        Ledger(settings.factory.database, applicationName: applicationName, librarian: librarian)
    }

    private var applicationName: String { "\(settings.heartbeatName) rebuild" }

    private func recordStrays(
        _ premises: VerifyPremises, _ journals: [LockedJournal], _ report: inout RebuildReport
    ) async throws {
        guard let own = journals.first(where: { $0.librarian == settings.id }) else { return }
        let exifTool = ExifTool(program: settings.exifTool, stop: stop) { tell($0) }
        let setting = Examiner.Setting(
            inbox: premises.originals, metadataReader: MetadataReader(placeZones: settings.placeZones),
            exifTool: exifTool,
            incompleteAfter: .zero, clock: clock, stop: stop)
        let examiners = try (0..<settings.workers).map { _ in try Examiner(setting) }
        let recorder = StrayRecorder(
            originals: premises.originals,
            ledger: LedgerView(Database(settings.factory.database, applicationName: applicationName)),
            committer: try committer(own, premises.storage), examiners: examiners, stop: stop, tell: tell)
        let total = ProgressBar.isTerminal ? try FileCount.count(below: premises.originals) : 0
        try await recorder.run(into: &report) { seen in
            board.show(ProgressReading(done: seen, total: total, caption: "looking for files without a row"))
        }
    }

    private func tell(_ sentence: String) {
        if ProgressBar.isTerminal { ProgressBar.clear() }
        logger.error("\(sentence)")
    }
}
