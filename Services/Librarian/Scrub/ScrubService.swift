import FactoryCore
import Logging
import ServiceLifecycle

/// Reads all originals again, one after the other and slowly, beside the filing: whatever goes wrong here holds up nothing.
struct ScrubService: Service {
    private static let canaryEvery: Duration = .seconds(86_400)
    /// What was found is looked at again after so long: it may have been healed.
    private static let findingsEvery = -86_400
    private static let lookEvery: Duration = .seconds(60)
    private static let retry: Duration = .seconds(30)
    private static let pageSize = 64

    /// What changes while it runs.
    private struct Progress {
        var allowance = ScrubAllowance()
        var missing: MissingRun
        var look: ScrubLook?
        var waiting: ArraySlice<ScrubCandidate> = []
        var canary: Timestamp?
        var nextCanary = ContinuousClock.now
        var nextLook = ContinuousClock.now
        var grown = ContinuousClock.now
    }

    let scrub: Scrub
    let pace: ScrubPace
    let board: ScrubBoard
    let filing: ProgressBoard
    let stop: StopSignal
    /// How long nothing must have been filed before anything is read.
    let calm: Duration
    let missingLimit: Int
    /// Throws when the folders are not the ones that were opened.
    let checkInPlace: @Sendable () throws -> Void

    func run() async throws {
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await work()
            } onGracefulShutdown: {
                stop.set()
            }
        } onCancel: {
            stop.set()
        }
    }

    private func work() async {
        var (rest, progress) = (ScrubRest(calm: calm), Progress(missing: MissingRun(limit: missingLimit)))
        while !stop.isSet {
            let state = filing.current
            let isResting = rest.isResting(isBusy: state.isBusy, settled: state.tally.settledForGood, at: .now)
            guard !isResting else {
                await stop.sleep(for: .seconds(1))
                continue
            }
            do {
                try checkInPlace()
                try await turn(&progress)
                if board.setObstacle(nil) { scrub.logger.notice("reading originals again goes on") }
            } catch is Stopped {
                return
            } catch is CancellationError {
                return
            } catch {
                if board.setObstacle("\(error)") {
                    scrub.logger.warning("originals are not read again at the moment: \(error)")
                }
                await stop.sleep(for: Self.retry)
            }
        }
    }

    /// One original at most; while a disk seems to be missing, one now and then tells whether it is back.
    private func turn(_ progress: inout Progress) async throws {
        try await lookAtCanary(&progress)
        try await lookAhead(&progress)
        try await readNext(&progress)
        if let objection = progress.missing.objection { throw StartupError(objection) }
    }

    private func readNext(_ progress: inout Progress) async throws {
        guard let look = progress.look, progress.allowance.isOpen, let next = progress.waiting.popFirst() else {
            return await stop.sleep(for: .seconds(1))
        }
        guard let (reading, bytes) = try await scrub.read(next) else {
            // Somebody else has it. There is no hurry.
            return await stop.sleep(for: .milliseconds(200))
        }
        progress.allowance.spend(bytes)
        progress.missing.note(isMissing: reading.finding == .missing)
        if reading.finding != next.finding ?? .ok || look.unread != nil {
            progress.nextLook = min(progress.nextLook, .now + .seconds(1))
        }
    }

    private func lookAtCanary(_ progress: inout Progress) async throws {
        guard progress.nextCanary <= .now else { return }
        let problem = try await Canary(storage: scrub.storage).problem(scrub.reader)
        let now = scrub.clock.now
        if board.note(canary: problem, now: now), let problem {
            scrub.logger.error("reading originals again is broken: \(problem)")
        }
        if problem == nil { progress.canary = now }
        progress.nextCanary = .now + (problem == nil ? Self.canaryEvery : Self.lookEvery)
        progress.nextLook = .now
    }

    private func lookAhead(_ progress: inout Progress) async throws {
        if progress.nextLook <= .now || progress.look == nil {
            let now = scrub.clock.now
            let look = try await scrub.desk.look(
                findingsBefore: now.adding(seconds: Self.findingsEvery), limit: Self.pageSize)
            try await scrub.desk.record(look, canary: progress.canary, now: now)
            board.change { $0.findings = look.findings }
            (progress.look, progress.waiting) = (look, look.candidates[...])
            progress.nextLook = .now + Self.lookEvery
        }
        guard let look = progress.look else { return }
        let age = look.oldest.map { scrub.clock.now.duration(since: $0) } ?? .zero
        let now = ContinuousClock.now
        progress.allowance.grow(for: now - progress.grown, at: pace.bytesPerSecond(total: look.total, age: age))
        progress.grown = now
    }
}
