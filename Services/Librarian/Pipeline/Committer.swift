import FactoryCore

/// The one who files: journal, moves and rows of a batch, on a thread of its own. Everything before may be done by
/// many at once; renames from several threads would only get into each other's way.
///
/// A batch takes two calls. `file` moves files and can be repeated as long as it throws; `record` writes the rows that
/// `file` owes the database and can be repeated until the database is there.
actor Committer {
    private let executor = BlockingExecutor(label: "committer")
    let reader: ContentReader
    let journal: Journal
    let ledger: Ledger
    let originals: Originals
    let mover: PlacementMove
    let duplicates: DuplicateResolution
    let quarantine: Quarantine
    let removal = SourceRemoval()
    let stop: StopSignal
    let clock: any WallClock

    /// Files whose content came with an earlier batch, which was not durable at that time.
    var deferred: [PreparedFile] = []
    /// Files that stand in Originals and whose rows are not written yet.
    var unrecorded: [LedgerEntry] = []
    var intake: [IntakeRecord] = []
    /// The filed files of `unrecorded`, in case another librarian turns out to have filed the same content.
    var filed: [Fingerprint: Placement] = [:]

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter stop: gives up what takes long; what is not filed then stays in the inbox.
    init(
        journal: sending Journal, ledger: Ledger, storage: Folder, librarian: String, clock: any WallClock,
        stop: StopSignal
    ) throws {
        let originals = try Originals(storage: storage)
        self.originals = originals
        self.journal = journal
        self.ledger = ledger
        self.clock = clock
        reader = try ContentReader()
        self.stop = stop
        mover = PlacementMove(
            copy: try VerifiedCopy(storage: storage, librarian: librarian, removal: removal, stop: stop))
        quarantine = Quarantine(storage: storage, clock: clock)
        duplicates = DuplicateResolution(originals: originals, stop: stop)
    }

    /// How far the database had applied the journal when it was last heard of.
    var applied: JournalPosition?
    /// A transaction whose answer was lost: whether it counts, its position tells.
    private var unanswered: (entries: Int, intake: Int, position: JournalPosition)?

    /// Whether files of earlier batches wait for the next one.
    var hasDeferred: Bool { !deferred.isEmpty }

    /// Files a batch, and what earlier batches deferred.
    ///
    /// - Throws: `DatabaseError` while nothing has been touched yet.
    func file(_ batch: [PreparedFile]) async throws -> BatchReport {
        let files = deferred + batch
        guard !files.isEmpty else { return BatchReport() }
        originals.forgetFolders()
        // Contents that arrived, and renames of earlier batches, survive a power cut from here on.
        try originals.sync()
        let known = try await ledger.known(files.map(\.fingerprint))
        deferred = []
        var report = BatchReport()
        do {
            let placements = try await plan(files, known: known, report: &report)
            try carryOut(placements, report: &report)
        } catch let error as FileError {
            report.stopped = error
        }
        if let stopped = report.stopped { leave(files, because: stopped, report: &report) }
        return report
    }

    /// Writes the rows of everything that was filed.
    ///
    /// - Throws: `DatabaseError` when the database is away; nothing is forgotten.
    func record() async throws -> [Correction] {
        try await settleUnanswered()
        guard !unrecorded.isEmpty || !intake.isEmpty else { return [] }
        let (entries, records, position) = (unrecorded, intake, journal.end)
        unanswered = (entries.count, records.count, position)
        let answer = try await ledger.record(entries, intake: records, position: .advance(from: applied, to: position))
        forgetUnanswered()
        // The database is not where we left it: somebody restored a backup. What it lacks is in the journal.
        if answer.hasAdvanced { applied = position } else { try await recover() }
        defer { filed = [:] }
        return answer.elsewhere.compactMap { takeBack($0) }
            + answer.refused.map { giveUp($0.asset, because: $0.reason) }
    }

    /// Finds out whether a transaction counts whose answer was lost, so that nothing is noted twice.
    private func settleUnanswered() async throws {
        guard let unanswered, try await ledger.position() == unanswered.position, applied != unanswered.position else {
            return
        }
        applied = unanswered.position
        forgetUnanswered()
    }

    private func forgetUnanswered() {
        guard let done = unanswered else { return }
        unrecorded.removeFirst(done.entries)
        intake.removeFirst(done.intake)
        unanswered = nil
    }

    /// Gives up what was deferred: the files stay in the inbox, where the next pass meets them.
    func abandonDeferred() -> [PreparedFile] {
        defer { deferred = [] }
        return deferred
    }

    /// Remembers, for the next `record`, files that stay in the inbox because they are no photos.
    func note(_ records: [IntakeRecord]) {
        // Two names that are no UTF-8 may have the same text, and one statement may name each path once.
        for record in records where !intake.contains(where: { $0.isAbout(record) }) { intake.append(record) }
    }
}
