import FactoryCore
import Logging
import ServiceLifecycle
import Synchronization

/// Opens the folders as soon as the gate lets it, and files what arrives. Nothing is made in a folder that may be the
/// wrong one, and heartbeats, which run beside this, say what it waits for.
final class FilingService: Service {
    /// When an obstacle is looked at again.
    private static let retry: Duration = .seconds(10)
    /// How long nothing must have been filed before originals are read again.
    private static let calm: Duration = .seconds(30)
    /// How long the first heartbeat waits to say what was found.
    private static let firstLookPatience: Duration = .seconds(5)

    private struct State {
        var workshop: Workshop?
        /// Whether the gate was asked and answered.
        var hasLooked = false
    }

    private let settings: LibrarianSettings
    private let gate: Gate
    private let board: ProgressBoard
    private let logger: Logger
    private let clock: any WallClock
    private let state = Mutex(State())
    private let firstLook = Bell()
    private let scrubBoard: ScrubBoard

    init(
        _ settings: LibrarianSettings, gate: Gate, board: ProgressBoard, scrubBoard: ScrubBoard, logger: Logger,
        clock: any WallClock
    ) {
        self.scrubBoard = scrubBoard
        (self.settings, self.gate, self.board, self.logger, self.clock) = (settings, gate, board, logger, clock)
    }

    /// The files that wait for their turn.
    var waiting: WaitingFiles {
        state.withLock { $0.workshop }?.reader.waiting ?? WaitingFiles()
    }

    /// Waits until it is known whether something is in the way, though not for long.
    func awaitFirstLook() async {
        guard !state.withLock({ $0.hasLooked }) else { return }
        await firstLook.wait(for: Self.firstLookPatience)
    }

    /// - Throws: `StartupError` with one sentence for the owner, `DatabaseError` and `SchemaError` when the database
    ///   cannot be used.
    func run() async throws {
        // A disk that hangs here already must not look like one that is watched.
        board.setBusy(true)
        guard try await passGate() else { return }
        let workshop = try Workshop(settings, gate: gate, board: board, logger: logger, clock: clock)
        state.withLock { $0.workshop = workshop }
        endFirstLook()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for service in try Self.services(workshop, scrubBoard) { group.addTask { try await service.run() } }
            // The first error ends the others as well.
            for try await _ in group {}
        }
    }

    /// Waits as long as something is in the way.
    ///
    /// - Returns: false when the librarian was told to stop meanwhile.
    private func passGate() async throws -> Bool {
        do {
            return try await cancelWhenGracefulShutdown { [self] in
                while !Task.isCancelled {
                    if try await isOpen() { return true }
                    try await Task.sleep(for: Self.retry)
                }
                return false
            }
        } catch is CancellationError {
            return false
        }
    }

    private func isOpen() async throws -> Bool {
        do {
            try await gate.open()
        } catch let obstacle as Obstacle {
            board.meet(obstacle, logger: logger)
            endFirstLook()
            return false
        }
        if board.setObstacle(nil) { logger.notice("filing goes on") }
        return true
    }

    private func endFirstLook() {
        state.withLock { $0.hasLooked = true }
        firstLook.ring()
    }

    private static func services(_ workshop: Workshop, _ scrubBoard: ScrubBoard) throws -> [any Service] {
        let bell = Bell()
        let hints = InboxHints(bell: bell)
        return try watching(workshop, hints) + [LibrarianService(workshop: workshop, hints: hints, bell: bell)]
            + scrubbing(workshop, scrubBoard)
    }

    /// Nothing where it is switched off.
    private static func scrubbing(_ workshop: Workshop, _ board: ScrubBoard) throws -> [any Service] {
        let settings = workshop.settings
        guard settings.scrubDays > 0 else { return [] }
        let (stop, filing) = (StopSignal(), workshop.board)
        let throttle = Throttle(megabytesPerSecond: settings.scrubMegabytes) { filing.current.isBusy }
        let scrub = Scrub(
            storage: workshop.premises.storage, originals: workshop.premises.originals,
            database: Database(settings.factory.database, applicationName: "\(settings.heartbeatName) scrub"),
            reader: try ScrubReader(throttle: throttle, stop: stop), logger: workshop.logger, clock: workshop.clock)
        return [
            ScrubService(
                scrub: scrub, pace: ScrubPace(days: settings.scrubDays, megabytesPerSecond: settings.scrubMegabytes),
                board: board, filing: filing, stop: stop, calm: calm, missingLimit: settings.missingLimit
            ) { try workshop.premises.checkInPlace() }
        ]
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
