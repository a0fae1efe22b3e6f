import FactoryCore

/// Holds disk, ledger and journals against the invariant, in this order: every row's file is read, sidecars included, then files without
/// a row are looked for, then filings of the journals without a row, and at last contents that are known to have arrived.
///
/// Reads only, and may run beside a librarian: whatever looks wrong is looked at again before it counts.
final class Verification {
    /// How many files are read between two saves at least.
    static let pageSize = 32
    private static let saveEvery: Duration = .seconds(3)

    let storage: Folder
    let originals: Folder
    /// Nil when nothing is expected.
    let inbox: Folder?
    let ledger: LedgerView
    let room: ReadingRoom
    let stop: StopSignal
    private(set) var progress: VerifyProgress
    var expected: ExpectedContents
    private let file: VerifyProgressFile
    private let board: ReadingBoard
    private let tell: (String) -> Void
    /// The progress at the last moment from which it can be gone on.
    private var resumable: VerifyProgress
    private var saved = ContinuousClock.now
    private var total = 0

    /// - Parameters:
    ///   - progress: what to go on from.
    ///   - inbox: where expected contents may still be.
    ///   - tell: hears each finding once.
    init(
        _ premises: VerifyPremises, ledger: LedgerView, room: ReadingRoom, expected: ExpectedContents,
        progress: VerifyProgress, stop: StopSignal, board: ReadingBoard, tell: @escaping (String) -> Void
    ) {
        (storage, originals, inbox) = (premises.storage, premises.originals, premises.inbox)
        (self.ledger, self.room, self.expected) = (ledger, room, expected)
        (self.progress, resumable) = (progress, progress)
        (self.stop, self.board, self.tell) = (stop, board, tell)
        file = premises.progressFile
    }

    /// Goes through everything, from where the progress says.
    ///
    /// - Throws: `Stopped`, `DatabaseError`, `FileError`; what was found so far is kept for the next run then.
    func run() async throws {
        total = try await ledger.count()
        show("ok so far")
        do {
            if progress.phase == .rows { try await checkRows() }
            if progress.phase == .sidecars { try await checkSidecars() }
            if progress.phase == .files { try await checkFiles() }
            try await checkJournals()
            try await lookForExpected()
        } catch {
            try? file.write(resumable)
            throw error
        }
        try file.remove()
    }

    /// Counts a verdict and tells what is to be told about it.
    func note(_ verdict: Verdict, _ finding: String?) {
        progress.count(verdict)
        if let finding { note(finding) }
    }

    func note(_ finding: String) {
        progress.note(finding)
        tell(finding)
    }

    /// Everything up to here counts also for the run that goes on from here.
    func reach(_ change: (inout VerifyProgress) -> Void) {
        change(&progress)
        resumable = progress
    }

    func noteJournalDamage(_ damage: String) {
        progress.countJournalDamage()
        note(Finding.damage(damage))
    }

    /// Keeps the progress now and then.
    ///
    /// - Throws: `Stopped` when told to.
    func pause(_ caption: String) throws {
        show(caption)
        if ContinuousClock.now - saved > Self.saveEvery {
            try? file.write(resumable)
            saved = .now
        }
        guard !stop.isSet else { throw Stopped() }
    }

    private func show(_ caption: String) {
        board.show(ProgressReading(done: progress.counts.checked, total: total, caption: caption))
    }
}
