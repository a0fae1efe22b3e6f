import FactoryCore
import Logging
import ServiceLifecycle

/// The service: looks at the whole inbox now and then, and in between at what it hears of.
struct LibrarianService: Service {
    /// When a storage that failed is tried again.
    private static let retryStorage: Duration = .seconds(10)

    /// When a database that is away is tried again.
    private static let retryDatabase: Duration = .seconds(5)

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
        try await prepare()
        var nextScan = ContinuousClock.now
        var (healing, complaint): (FileStamp?, String?) = (nil, nil)
        while !workshop.stop.isSet {
            let (files, needsScan) = hints.take()
            let isCrowded = await workshop.reader.needsLook()
            // Looked into when something came or went there, and with each scan.
            if nextScan <= .now || workshop.premises.healingStamp() != healing, await heal(&complaint) {
                healing = workshop.premises.healingStamp()
            }
            if needsScan || isCrowded || nextScan <= .now {
                nextScan = .now + workshop.settings.rescan
                if try await !attempt(.inbox) { nextScan = .now }
            } else {
                let due = Set(await workshop.reader.due()).union(files)
                // Also with nothing to do: the attempt notices folders that have gone. What was heard of and could not
                // be filed is found by a scan.
                if try await !attempt(.files(Array(due))) { nextScan = .now }
            }
            await rest(until: nextScan)
        }
    }

    /// Tries until nothing is in the way any more, or the librarian is told to stop.
    private func prepare() async throws {
        workshop.board.setBusy(true)
        defer { workshop.board.setBusy(false) }
        while !workshop.stop.isSet {
            do {
                try await workshop.catchUp()
                return
            } catch let obstacle as Obstacle {
                workshop.board.meet(obstacle, logger: workshop.logger)
                await bell.wait(for: Self.retryStorage)
            }
        }
    }

    /// A failing storage or inbox is no reason to end: it may come back, or get room.
    ///
    /// - Returns: whether the pass came to its end.
    /// - Throws: `StartupError` when the folders are not the ones that were opened: only a new start can open them.
    private func attempt(_ scope: Pass.Scope) async throws -> Bool {
        if scope.isInbox { workshop.board.beginLook() }
        let before = workshop.board.current.tally
        workshop.board.setBusy(true)
        defer {
            workshop.board.setBusy(false)
            // What is idle takes no memory.
            workshop.exifTool.end()
            report(since: before)
            if workshop.board.current.tally.settledForGood != before.settledForGood { AllocatorLimits.giveBack() }
        }
        do {
            try await workshop.gate.check(scope.isInbox ? .everything : .folders)
            try workshop.premises.checkInPlace()
            if scope.isInbox { await workshop.committer.lookAgain() }
            try await workshop.pass(waitsForQuiet: false).run(scope) { workshop.tell($0) }
            if workshop.board.setObstacle(nil) { workshop.logger.notice("filing goes on") }
            if scope.isInbox, !workshop.stop.isSet {
                workshop.board.endLook()
                tellWhatStays(since: before)
            }
            return true
        } catch let error as StartupError {
            throw error
        } catch {
            guard !workshop.stop.isSet else { return false }
            if workshop.board.setObstacle("Filing stopped: \(error)") {
                workshop.logger.error("filing stopped: \(error)")
            }
            await bell.wait(for: Self.retryStorage)
            return false
        }
    }

    /// Before the inbox, for what it finds may be needed there. An obstacle is in the way of the inbox, too, which says so.
    ///
    /// - Parameter complaint: what was last said of a folder that cannot be read, which is said once.
    /// - Returns: whether it came to its end.
    private func heal(_ complaint: inout String?) async -> Bool {
        let before = workshop.board.current.tally
        do {
            guard let pass = try await workshop.healingPass() else {
                complaint = nil
                return true
            }
            workshop.board.setBusy(true)
            defer { workshop.board.setBusy(false) }
            try await workshop.gate.check(.everything)
            try workshop.premises.checkInPlace()
            await workshop.committer.lookAgain()
            defer { report(since: before) }
            try await pass.run(.inbox) { workshop.tell($0) }
            complaint = nil
            return true
        } catch {
            let isNew = error is FileError && complaint != "\(error)"
            workshop.logger.log(level: isNew ? .warning : .debug, "healing waits: \(error)")
            complaint = "\(error)"
            return false
        }
    }

    private func report(since before: PassTally) {
        let sentence = workshop.board.current.tally.progress(since: before)
        if let sentence { workshop.logger.info("\(sentence)") }
    }

    /// After a look at the whole inbox; said again only when it has changed.
    private func tellWhatStays(since before: PassTally) {
        let now = workshop.board.current.tally
        let (ignored, waiting) = (now.ignored - before.ignored, now.pending - before.pending)
        guard workshop.board.setLeftovers("\(ignored) ignored, \(waiting) waiting"), ignored + waiting > 0 else {
            return
        }
        workshop.logger.info("in the inbox stay: \(ignored) that are no photos, \(waiting) that wait")
    }

    /// Sleeps until there is something to do; never longer than a heartbeat, which must not praise a folder that is gone.
    private func rest(until nextScan: ContinuousClock.Instant) async {
        let isComplete = workshop.board.current.notice == nil
        let nextLook = min(nextScan, .now + (isComplete ? workshop.settings.heartbeat : Self.retryDatabase))
        let next = min(nextLook, await workshop.reader.nextDue() ?? nextLook)
        await bell.wait(for: max(.zero, next - .now))
    }
}
