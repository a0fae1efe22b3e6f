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
    let clock: any WallClock

    /// Files whose content came with an earlier batch, which was not durable at that time.
    var deferred: [PreparedFile] = []
    /// Files that stand in Originals and have no row yet.
    var unrecorded: [MediaAsset] = []
    var intake: [IntakeRecord] = []
    /// The filed files of `unrecorded`, in case another librarian turns out to have filed the same content.
    var filed: [Fingerprint: Placement] = [:]

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(journal: sending Journal, ledger: Ledger, storage: Folder, librarian: String, clock: any WallClock) throws {
        let removal = SourceRemoval()
        let originals = try Originals(storage: storage)
        self.originals = originals
        self.journal = journal
        self.ledger = ledger
        self.clock = clock
        reader = try ContentReader()
        mover = PlacementMove(copy: try VerifiedCopy(storage: storage, librarian: librarian, removal: removal))
        duplicates = DuplicateResolution(
            originals: originals, quarantine: Quarantine(storage: storage, clock: clock), removal: removal)
    }

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
            let placements = try plan(files, known: known, report: &report)
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
        guard !unrecorded.isEmpty || !intake.isEmpty else { return [] }
        let (assets, records) = (unrecorded, intake)
        let answer = try await ledger.record(assets, intake: records, position: journal.end)
        unrecorded.removeFirst(assets.count)
        intake.removeFirst(records.count)
        defer { filed = [:] }
        return answer.elsewhere.compactMap { takeBack($0) }
            + answer.refused.map { giveUp($0.asset, because: $0.reason) }
    }

    /// Gives up what was deferred: the files stay in the inbox, where the next pass meets them.
    func abandonDeferred() -> [PreparedFile] {
        defer { deferred = [] }
        return deferred
    }

    /// Remembers, for the next `record`, files that stay in the inbox because they are no photos.
    func note(_ records: [IntakeRecord]) {
        intake += records
    }
}
