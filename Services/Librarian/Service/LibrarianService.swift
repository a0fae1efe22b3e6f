import FactoryCore
import Logging
import ServiceLifecycle

/// The service: looks at the whole inbox now and then, and in between at what it hears of.
struct LibrarianService: Service {
    /// When a storage that failed is tried again.
    private static let retryStorage: Duration = .seconds(10)

    let workshop: Workshop
    let hints: InboxHints
    let bell: Bell

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await work()
        } onGracefulShutdown: {
            workshop.stop.set()
            bell.ring()
        }
    }

    private func work() async throws {
        do {
            try await workshop.prepare()
        } catch let error as DatabaseError where error.consequence == .retry && workshop.stop.isSet {
            return
        }
        var nextScan = ContinuousClock.now
        while !workshop.stop.isSet {
            let (files, needsScan) = hints.take()
            if needsScan || nextScan <= .now {
                await attempt(.inbox)
                nextScan = .now + workshop.settings.rescan
            } else {
                let due = Set(await workshop.reader.due()).union(files)
                if !due.isEmpty { await attempt(.files(Array(due))) }
            }
            await rest(until: nextScan)
        }
    }

    /// A failing storage or inbox is no reason to end: it may be mounted again, or get room.
    private func attempt(_ scope: Pass.Scope) async {
        let before = workshop.board.current.tally
        workshop.board.setBusy(true)
        defer {
            workshop.board.setBusy(false)
            report(since: before)
        }
        do {
            try await workshop.pass(waitsForQuiet: false).run(scope) { workshop.tell($0) }
            workshop.board.setObstacle(nil)
        } catch {
            guard !workshop.stop.isSet else { return }
            workshop.logger.error("filing stopped: \(error)")
            workshop.board.setObstacle("Filing stopped: \(error)")
            await bell.wait(for: Self.retryStorage)
        }
    }

    private func report(since before: PassTally) {
        let now = workshop.board.current.tally
        let (filed, duplicates, healed) = (
            now.filed - before.filed, now.duplicates - before.duplicates, now.healed - before.healed
        )
        guard filed + duplicates + healed > 0 else { return }
        workshop.logger.info("\(filed) filed, \(duplicates) duplicates removed, \(healed) originals healed")
    }

    /// Sleeps until there is something to do.
    private func rest(until nextScan: ContinuousClock.Instant) async {
        let next = min(nextScan, await workshop.reader.nextDue() ?? nextScan)
        await bell.wait(for: max(.zero, next - .now))
    }
}
