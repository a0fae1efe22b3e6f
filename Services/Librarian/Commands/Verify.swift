import FactoryCore
import Glibc
import Logging

/// One run of verifying, with findings in the log and a bar where somebody is looking.
struct Verify: Sendable {
    struct Result: Sendable {
        let counts: VerifyCounts
        let wasStopped: Bool
    }

    let settings: LibrarianSettings
    let logger: Logger
    let clock: any WallClock

    /// - Parameters:
    ///   - expected: what must stand somewhere; nil for no such list.
    ///   - restart: whether what an earlier run left is forgotten.
    /// - Throws: `StartupError` for what forbids to run, `DatabaseError`.
    func run(expecting expected: ExpectedContents?, restart: Bool, megabytesPerSecond: Int?) async throws -> Result {
        let premises = try VerifyPremises(settings, withInbox: expected != nil)
        try await VaultMatch.check(settings, premises.storage)
        let (stop, board) = (StopSignal(), ReadingBoard())
        let room = try ReadingRoom(
            readers: settings.workers, throttle: megabytesPerSecond.map { Throttle(megabytesPerSecond: $0) }, stop: stop
        )
        let database = Database(settings.factory.database, applicationName: "\(settings.heartbeatName) verify")
        let verification = Verification(
            premises, ledger: LedgerView(database), room: room, expected: expected ?? ExpectedContents(),
            progress: start(premises.progressFile, anew: restart || expected != nil), stop: stop, board: board,
            tell: tell)
        do {
            try await stop.whileTrapping { try await board.whileDrawing { try await verification.run() } }
        } catch is Stopped {
            logger.warning("stopped before the end; run 'librarian verify' again to go on from here")
            return Result(counts: verification.progress.counts, wasStopped: true)
        }
        return Result(counts: verification.progress.counts, wasStopped: false)
    }

    /// Reads a list of SHA-256 sums.
    ///
    /// - Throws: `StartupError` that says why it is none.
    static func expectedContents(_ path: String) throws -> ExpectedContents {
        do {
            return try ExpectedContents(WholeFile.read(path), path: path)
        } catch let error as FileError {
            throw StartupError("--expect: \(error)")
        }
    }

    private func start(_ file: VerifyProgressFile, anew: Bool) -> VerifyProgress {
        guard !anew, let earlier = file.read() else { return VerifyProgress(started: clock.now) }
        logger.notice(
            "going on with what began at \(earlier.started) UTC: \(earlier.counts.sentence); --restart begins anew")
        for finding in earlier.findings { tell(finding) }
        return earlier
    }

    private func tell(_ finding: String) {
        if ProgressBar.isTerminal { ProgressBar.clear() }
        logger.error("\(finding)")
    }
}
