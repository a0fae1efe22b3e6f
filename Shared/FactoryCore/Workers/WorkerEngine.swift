public import Logging

/// Lets a worker work: takes assets that wait for it, a few at once, keeps its claims on them alive, and hands in what became
/// of them. Any number of replicas on any number of machines share the work; they meet in the database alone.
public struct WorkerEngine<Worker: AssetWorker>: Sendable {
    private let worker: Worker
    private let settings: WorkerSettings
    private let desk: ClaimDesk<Worker>
    private let board: WorkBoard
    private let clock: any WallClock
    private let zone: LibraryZone
    private let logger: Logger
    private let stop: StopSignal

    /// How long results may wait for others to be handed in with.
    private static var patience: Duration { .seconds(1) }
    private static var rest: Duration { .seconds(30) }
    private static var glance: Duration { .milliseconds(200) }

    /// - Parameters:
    ///   - board: is told how the work gets on.
    ///   - zone: by whose clock the quiet hours are meant.
    ///   - stop: what is in hand is finished, and nothing new is begun.
    public init(
        _ worker: Worker, settings: WorkerSettings, database: Database, board: WorkBoard, clock: any WallClock,
        zone: LibraryZone = .process, logger: Logger, stop: StopSignal
    ) {
        (self.worker, self.settings, self.board, self.clock) = (worker, settings, board, clock)
        (self.zone, self.logger, self.stop) = (zone, logger, stop)
        desk = ClaimDesk(worker: worker, database: database, settings: settings)
    }

    /// Works until it is stopped. An outage of the database is waited for.
    ///
    /// - Throws: `DatabaseError` that only a person can mend, `CancellationError`.
    public func run() async throws {
        try await loop(isEndless: true)
    }

    /// Works until nothing waits that may be done now.
    ///
    /// - Throws: `DatabaseError`, also for an outage; `CancellationError`.
    public func runOnce() async throws -> WorkTally {
        try await loop(isEndless: false)
        return board.current.tally
    }

    private func loop(isEndless: Bool) async throws {
        var (cursor, backoff) = (ClaimCursor.beginning, Backoff())
        var decided = board.current.decided
        while !stop.isSet {
            try Task.checkCancellation()
            guard !isEndless || !isQuiet else {
                board.change { $0.isResting = true }
                await stop.sleep(for: Self.rest)
                continue
            }
            do {
                // Before it is asked: its claims count from then on.
                let taken = ContinuousClock.now
                let assets = try await desk.take(after: cursor)
                board.change { ($0.obstacle, $0.isResting) = (nil, false) }
                backoff.reset()
                guard let last = assets.last else {
                    try await countFailures()
                    // Behind the cursor nothing waits; before it something may wait again. What was only given back,
                    // each and every one, is given back again.
                    let hasMoved = board.current.decided != decided
                    let isBeginning = cursor == .beginning
                    (cursor, decided) = (.beginning, board.current.decided)
                    guard isBeginning || !hasMoved else { continue }
                    guard isEndless else {
                        // What others looked at at this moment was passed over.
                        guard isBeginning, try await desk.isAnyDue() else { return }
                        await stop.sleep(for: Self.glance)
                        continue
                    }
                    await stop.sleep(for: settings.pause)
                    continue
                }
                cursor = ClaimCursor(ingestedAt: last.ingestedAt, id: last.id)
                guard !stop.isSet else { return try await desk.release(assets) }
                try await work(on: assets, taken: taken, isEndless: isEndless)
            } catch let error as DatabaseError where isEndless && error.consequence == .retry {
                await wait(for: error, &backoff)
            } catch let error as DatabaseError where error.isCrossing {
                continue
            }
        }
    }

    /// Once a pass: it looks at each.
    private func countFailures() async throws {
        let failures = try await desk.failures()
        board.change { ($0.failed, $0.givenUp) = (failures.all, failures.givenUp) }
    }

    private var isQuiet: Bool { settings.quietHours?.contains(zone.clock(at: clock.now).local) ?? false }

    private func wait(for error: DatabaseError, _ backoff: inout Backoff) async {
        if board.current.obstacle == nil { logger.warning("the database cannot be used; it is tried again: \(error)") }
        board.change { $0.obstacle = "the database cannot be used: \(error)" }
        await stop.sleep(for: backoff.delay())
    }

    private func work(
        on assets: [ClaimedAsset], taken: ContinuousClock.Instant, isEndless: Bool
    ) async throws {
        // A rest before it is no standstill.
        board.change(moves: true) { $0.inHand = assets.count }
        defer { board.change { $0.inHand = 0 } }
        try await withThrowingTaskGroup(of: Void.self) { keeping in
            keeping.addTask { await keep(assets.map(\.id)) }
            defer { keeping.cancelAll() }
            try await attempt(assets, taken: taken, isEndless: isEndless)
        }
    }

    /// Renews the claims until it is cancelled. One that cannot be renewed may be lost, which handing in finds out.
    private func keep(_ assets: [String]) async {
        while !Task.isCancelled {
            try? await Task.sleep(for: settings.lease / 3)
            if !Task.isCancelled { _ = try? await desk.renew(assets) }
        }
    }

    private func attempt(
        _ assets: [ClaimedAsset], taken: ContinuousClock.Instant, isEndless: Bool
    ) async throws {
        let begin = ContinuousClock.now
        if let endings = await worker.work(onBatch: assets) {
            let share = (ContinuousClock.now - begin) / max(1, assets.count)
            board.change(moves: true) { $0.inHand = 0 }
            let results = zip(assets, endings).map { asset, ending in
                WorkResult(asset: asset, ending: WorkResult.Ending(ending), duration: share)
            }
            try await handIn(results, taken: taken, isEndless: isEndless)
            return try await desk.release(Array(assets.dropFirst(endings.count)))
        }
        try await attemptEach(assets, taken: taken, isEndless: isEndless)
    }

    private func attemptEach(
        _ assets: [ClaimedAsset], taken: ContinuousClock.Instant, isEndless: Bool
    ) async throws {
        try await withThrowingTaskGroup(of: WorkResult<Worker.Outcome>.self) { group in
            var rest = assets[...]
            var results: [WorkResult<Worker.Outcome>] = []
            var handedIn = ContinuousClock.now
            for asset in rest.prefix(settings.width) { group.addTask { await attempt(asset) } }
            rest = rest.dropFirst(settings.width)
            while let result = try await group.next() {
                board.change(moves: true) { $0.inHand -= 1 }
                results.append(result)
                if !stop.isSet, let asset = rest.popFirst() { group.addTask { await attempt(asset) } }
                if ContinuousClock.now - handedIn >= Self.patience {
                    try await handIn(results, taken: taken, isEndless: isEndless)
                    (results, handedIn) = ([], .now)
                }
            }
            try await handIn(results, taken: taken, isEndless: isEndless)
            try await desk.release(Array(rest))
        }
    }

    /// What was done is handed in whatever it takes, also after an outage: the work waits for the database.
    ///
    /// What has been lost by then is left out: whoever took it over writes down what became of it.
    private func handIn(
        _ results: [WorkResult<Worker.Outcome>], taken: ContinuousClock.Instant, isEndless: Bool
    ) async throws {
        guard !results.isEmpty else { return }
        var (held, backoff) = (results, Backoff())
        while true {
            do {
                // Hardly a claim is lost within its first half; whether it was renewed since is not known here.
                if ContinuousClock.now - taken > settings.lease / 2 {
                    let renewed = try await desk.renew(held.map(\.asset.id))
                    held = held.filter { renewed.contains($0.asset.id) }
                }
                let tally = try await desk.handIn(held)
                return board.change { [lost = results.count - held.count] state in
                    state.obstacle = nil
                    state.tally.add(tally)
                    state.tally.lost += lost
                }
            } catch let error as DatabaseError where error.isCrossing {
                continue
            } catch let error as DatabaseError where isEndless && error.consequence == .retry && !stop.isSet {
                await wait(for: error, &backoff)
            }
        }
    }

    private func attempt(_ asset: ClaimedAsset) async -> WorkResult<Worker.Outcome> {
        let begin = ContinuousClock.now
        let ending: Result<Worker.Outcome, any Error>
        do {
            ending = .success(try await worker.work(on: asset))
        } catch {
            ending = .failure(error)
        }
        return WorkResult(asset: asset, ending: WorkResult.Ending(ending), duration: .now - begin)
    }
}
