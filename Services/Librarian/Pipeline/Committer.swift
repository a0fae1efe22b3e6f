import FactoryCore

/// The one who files: journal, moves and rows of a batch, on a thread of its own. Everything before may be done by
/// many at once; renames from several threads would only get into each other's way.
///
/// A batch takes two calls: `file` moves files, `record`, or `tell`, writes the rows for them. Neither needs the
/// database: what it was not told is in the journal, which is applied as soon as it answers.
actor Committer {
    private let executor = BlockingExecutor(label: "committer")
    /// Waits for the disk while the committer plans.
    private let syncExecutor = BlockingExecutor(label: "sync")
    let reader: ContentReader
    let journal: Journal
    let ledger: Ledger
    let storage: Folder
    let originals: Originals
    let mover = PlacementMove()
    let copy: VerifiedCopy
    let inspection: OriginalInspection
    let duplicates: DuplicateResolution
    let quarantine: Quarantine
    let removal: SourceRemoval
    let stop: StopSignal
    let clock: any WallClock
    /// Asked before the journal is applied: whether the database behind this connection is the right one and ready.
    let admit: @Sendable (PostgresConnection) async throws -> Void
    /// Throws what forbids to move these files out of the inbox.
    private let mayEmpty: @Sendable ([RelativePath]) async throws -> Void

    /// Where the journal ended when this run began: what comes behind was told by it.
    let beginning: JournalPosition
    /// Files whose content came with an earlier batch, which was not durable at that time.
    var deferred: [PreparedGroup] = []
    /// What the database has to be told, as long as it takes part; else it is told from the journal.
    var owed = OwedRows()
    /// Whether the database may lack what the journal has.
    var isBehind = true
    /// Whether the position stays behind the journal's end, for something in between could not be found out.
    var isHeld = false
    /// How far the database had applied the journal when it was last heard of.
    var applied: JournalPosition?
    var memory = FilingMemory()
    /// Of the batch that is filed.
    var prefetched: PrefetchedOriginals
    var originalsLookedFor: MissingOriginals
    /// Places that could not be cleared for the file that is to restore what stood there, with the reason.
    var blocked: [OriginalPath: String] = [:]
    /// Rows of this run of which it was told that the database refuses them.
    var refused: Set<JournalPosition> = []
    /// What is to be told with the next `record`.
    var recovery = Recovery()

    /// Notes of files that stay in the inbox; the journal does not have them.
    private var notes: [IntakeRecord] = []
    /// Notes only explain: during a long outage some may be lost.
    private static let noteLimit = 10_000
    private var outage: DatabaseError?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - missingLimit: when so many originals are missing nothing is filed; 0 for never.
    ///   - mayEmpty: throws `Obstacle` when these files may not be moved out of the inbox.
    ///   - admit: throws `DatabaseError` while the database cannot be used yet, and whatever else forbids to go on.
    ///   - pulse: beats while a file is read or copied.
    ///   - stop: gives up what takes long; what is not filed then stays in the inbox.
    init(
        journal: sending Journal, ledger: Ledger, storage: Folder, librarian: String, clock: any WallClock,
        stop: StopSignal, pulse: WorkPulse? = nil, missingLimit: Int,
        mayEmpty: @escaping @Sendable ([RelativePath]) async throws -> Void = { _ in },
        admit: @escaping @Sendable (PostgresConnection) async throws -> Void
    ) throws {
        let (originals, removal) = (try Originals(storage: storage), SourceRemoval())
        beginning = journal.end
        originalsLookedFor = MissingOriginals(limit: missingLimit)
        self.journal = journal
        self.ledger = ledger
        self.storage = storage
        self.originals = originals
        prefetched = PrefetchedOriginals([], below: originals.root)
        self.removal = removal
        self.clock = clock
        self.stop = stop
        self.admit = admit
        self.mayEmpty = mayEmpty
        reader = try ContentReader(pulse: pulse)
        copy = try VerifiedCopy(storage: storage, librarian: librarian, removal: removal, stop: stop, pulse: pulse)
        quarantine = Quarantine(storage: storage)
        inspection = OriginalInspection(originals: originals, stop: stop)
        duplicates = DuplicateResolution(inspection: inspection)
    }

    /// Whether files of earlier batches wait for the next one.
    var hasDeferred: Bool { !deferred.isEmpty }

    /// Whether a lookup by these names, which was made while the batches before were under way, leaves something open: then
    /// its batch has to be filed without it, after everything before has been recorded. To be asked for each lookup once.
    func mustAskAgain(after question: CompanionQuestion) -> Bool {
        guard !memory.outdates(lookupOf: question.names), !isBehind else { return true }
        // Nobody asked about what was deferred, and nobody needs to where all its contents have just been filed.
        let waiting = deferred.flatMap(\.media).map(\.fingerprint)
        let filed = memory.known(waiting)
        return !waiting.allSatisfy { filed[$0] != nil } || deferred.contains { $0.media.isEmpty }
    }

    /// Files a batch, and what earlier batches deferred.
    ///
    /// - Parameters:
    ///   - lookup: what the database knew of the batch; nil when it is to be asked now.
    ///   - recording: the rows of the batch before, which are waited for before the database is asked again.
    /// - Throws: what forbids to file at all; nothing has been touched then.
    func file(
        _ batch: [PreparedGroup], _ lookup: LedgerLookup? = nil, after recording: Task<Void, Never>? = nil
    ) async throws -> BatchReport {
        let lookup = lookup.flatMap { mustAskAgain(after: $0.question) ? nil : $0 }
        if lookup == nil { await recording?.value }
        var groups = deferred + batch
        guard !groups.isEmpty else { return BatchReport() }
        var report = BatchReport()
        var taken: [PreparedGroup]?
        originals.forgetFolders()
        do {
            try lookAgainForOriginals()
            // Contents that arrived, and renames of earlier batches, survive a power cut once it has ended.
            let folder = originals.root
            async let durable: Void = syncExecutor.run { try folder.syncFileSystem() }
            let steps: [BatchStep]
            do {
                if lookup == nil {
                    try await durable
                    try await catchUpIfBehind()
                }
                // Of what was deferred the database may just have had its say.
                groups = deferred + batch
                let fingerprints = groups.flatMap(\.media).map(\.fingerprint)
                let known: [Fingerprint: StoredOriginal]
                let filed: FiledCompanions?
                if let lookup {
                    known = lookup.known.merging(memory.known(fingerprints)) { _, remembered in remembered }
                    filed = FiledCompanions(lookup.companions, now: clock.now)
                } else {
                    known = try await self.known(fingerprints)
                    filed = try await companions(of: groups)
                }
                prefetched = PrefetchedOriginals(fingerprints.compactMap { known[$0] }, below: folder)
                (taken, deferred) = (deferred, [])
                steps = try await plan(LivePhotos.joined(groups), known: known, filed: filed, report: &report)
            } catch {
                // The kernel tells of a sync that failed once: that goes before everything else.
                try await durable
                throw error
            }
            try await durable
            // Hours may have passed since the files were taken up, with the disk as well.
            try await mayEmpty(groups.flatMap(\.files).map(\.path))
            try carryOut(steps, report: &report)
        } catch let error as FileError {
            if taken == nil { groups = deferred + batch }
            report.stopped = error
        } catch is Stopped {
            // What is still deferred then would be tried again and again.
            if taken == nil { (groups, deferred) = (deferred + batch, []) }
            leave(groups, because: "the librarian is stopping", report: &report)
        } catch {
            if let taken { deferred = taken }
            throw error
        }
        removal.finish()
        mover.finish()
        if let stopped = report.stopped { leave(groups, because: "\(stopped)", report: &report) }
        return report
    }

    /// Which contents are stored already; as far as is known while the database is away.
    private func known(_ fingerprints: [Fingerprint]) async throws -> [Fingerprint: StoredOriginal] {
        guard !isBehind else { return memory.known(fingerprints) }
        do {
            return try await ledger.known(fingerprints)
        } catch let error as DatabaseError {
            fallBehind(error)
            return memory.known(fingerprints)
        }
    }

    private func catchUpIfBehind() async throws {
        guard isBehind else { return }
        do {
            try await catchUp()
        } catch let error as DatabaseError {
            fallBehind(error)
        }
    }

    /// What was filed earlier and may belong together with these; nothing as long as the database cannot be asked.
    private func companions(of groups: [PreparedGroup]) async throws -> FiledCompanions? {
        guard !isBehind else { return nil }
        let question = CompanionQuestion(groups)
        do {
            return FiledCompanions(
                try await ledger.companions(stems: question.stems, contentIdentifiers: question.contentIdentifiers),
                now: clock.now)
        } catch let error as DatabaseError {
            fallBehind(error)
            return nil
        }
    }

    /// Tells the database of everything that was filed, if it can be told.
    ///
    /// - Throws: what forbids to go on with this database.
    func record() async throws -> RecordReport {
        do {
            try await tellDatabase()
            outage = nil
        } catch let error as DatabaseError {
            fallBehind(error)
        } catch is Stopped {
            // The rest is done by the next start.
        }
        defer { recovery = Recovery() }
        return RecordReport(recovery: recovery, outage: outage, damages: journal.damages)
    }

    /// Takes what the database has to be told, so that `tell` can tell it while the next batch is filed already.
    ///
    /// - Returns: nil when there is nothing to tell, and when only `record` can tell it, which needs the journal for itself.
    func beginTelling() -> Telling? {
        var rows = owed
        rows.add(notes)
        guard !isBehind, !rows.isEmpty else { return nil }
        let telling = Telling(
            rows: rows, notes: notes, from: applied, to: isHeld ? applied ?? journal.end : journal.end)
        (owed, notes) = (OwedRows(), [])
        memory.beginTelling(rows.searchedNames)
        return telling
    }

    /// Tells it. One call at a time; what does not succeed at once is left to `record`.
    func tell(_ telling: Telling) async -> RecordReport {
        do {
            if try await ledger.append(telling.rows, from: telling.from, to: telling.to) {
                applied = telling.to
                outage = nil
                memory.endTelling()
            } else {
                leave(telling)
            }
        } catch let error as DatabaseError {
            leave(telling)
            fallBehind(error)
        } catch {
            // `record` meets it again, and says so.
            leave(telling)
        }
        return RecordReport(recovery: Recovery(), outage: outage, damages: journal.damages)
    }

    /// The journal has all of it but the notes.
    private func leave(_ telling: Telling) {
        isBehind = true
        notes = telling.notes + notes
    }

    private func tellDatabase() async throws {
        if isBehind { try await catchUp() }
        var rows = owed
        rows.add(notes)
        guard !rows.isEmpty else { return }
        let end = isHeld ? applied ?? journal.end : journal.end
        if try await ledger.append(rows, from: applied, to: end) {
            applied = end
        } else {
            // Other contents than it was thought, or another database: it is told from the journal, one by one.
            isBehind = true
            try await catchUp()
            var rest = OwedRows()
            rest.add(notes)
            _ = try await ledger.replay(rest)
        }
        (owed, notes) = (OwedRows(), [])
        memory.forget()
    }

    /// From now on the journal alone knows what the database has to be told.
    private func fallBehind(_ error: DatabaseError) {
        isBehind = true
        owed = OwedRows()
        outage = error
    }

    /// Gives up what was deferred: the files stay in the inbox, where the next pass meets them.
    func abandonDeferred() -> [PreparedGroup] {
        defer { deferred = [] }
        return deferred
    }

    /// Remembers, for the next `record`, files that stay in the inbox because they are no photos.
    func note(_ records: [IntakeRecord]) {
        notes += records.prefix(max(0, Self.noteLimit - notes.count))
    }
}
