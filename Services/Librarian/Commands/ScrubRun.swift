import FactoryCore
import Logging

/// Reading originals again by hand: those that are due, or all.
struct ScrubRun: Sendable {
    private static let pageSize = 64
    /// What is due where the service reads nothing again.
    private static let usualDays = 90

    let settings: LibrarianSettings
    let logger: Logger
    let clock: any WallClock

    /// - Parameter all: whether all are read, whenever they were read last.
    /// - Throws: `StartupError` for what forbids to run, `DatabaseError`.
    func run(all: Bool) async throws -> ScrubCounts {
        let premises = try VerifyPremises(settings, withInbox: false)
        try await VaultMatch.check(settings, premises.storage)
        let stop = StopSignal()
        let throttle = Throttle(megabytesPerSecond: settings.scrubMegabytes)
        let scrub = Scrub(
            storage: premises.storage, originals: premises.originals,
            database: Database(settings.factory.database, applicationName: "\(settings.heartbeatName) scrub"),
            reader: try ScrubReader(throttle: throttle, stop: stop), logger: logger, clock: clock)
        var counts = ScrubCounts()
        do {
            try await stop.whileTrapping { try await read(scrub, all: all, &counts) }
        } catch is Stopped {
            logger.warning("stopped before the end; run 'librarian scrub' again to go on with what is due")
            counts.wasStopped = true
        }
        return counts
    }

    private func read(_ scrub: Scrub, all: Bool, _ counts: inout ScrubCounts) async throws {
        let began = clock.now
        let days = settings.scrubDays == 0 ? Self.usualDays : settings.scrubDays
        let due = all ? began : began.adding(seconds: -days * 86_400)
        counts.canaryProblem = try await Canary(storage: scrub.storage).problem(scrub.reader)
        if let problem = counts.canaryProblem { logger.error("reading originals again is broken: \(problem)") }
        let canary = counts.canaryProblem == nil ? began : nil
        var (tried, missing) = (Set<String>(), MissingRun(limit: settings.missingLimit))
        while true {
            let look = try await scrub.desk.look(findingsBefore: began, limit: Self.pageSize)
            try await scrub.desk.record(look, canary: canary, now: clock.now)
            counts.oldestDays = look.oldest.map { clock.now.duration(since: $0) / .seconds(86_400) } ?? 0
            let next = look.candidates.filter { candidate in
                let isFinding = candidate.finding ?? .ok != .ok && candidate.dueSince < began
                return (isFinding || candidate.dueSince <= due) && !tried.contains(candidate.row.id)
            }
            guard !next.isEmpty else { return }
            for candidate in next {
                tried.insert(candidate.row.id)
                guard let (reading, bytes) = try await scrub.read(candidate) else { continue }
                counts.add(reading.finding, bytes: bytes)
                missing.note(isMissing: reading.finding == .missing)
                if let objection = missing.objection { throw StartupError(objection) }
            }
        }
    }
}
