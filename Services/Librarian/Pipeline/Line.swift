import FactoryCore
import Logging

/// The line along which files go: several workers read them at once, one committer files them, a batch at a time.
struct Line: Sendable {
    /// How many prepared groups, mostly of one file, may wait for the committer. With half of it those who read wait while
    /// the committer does: 20,000 photos of 40 KB took 4 % longer.
    private static let mostWaiting = 2048
    /// How many the committer takes at once. With a quarter of it the committer waits for the disk and for the database four
    /// times as often, which took a tenth longer; with more the last batch is recorded while nothing else is done any more.
    private static let mostTogether = 1024
    /// What is worth a batch, and how long fewer files wait for others: large photos come one by one, and each batch costs
    /// two syncs and a transaction. With 1,000 photos of 4 MB the database worked seven times as long for a file without.
    private static let enough = 200
    private static let patience: Duration = .milliseconds(250)

    typealias Tell = @Sendable (PassEvents) async -> Void

    let examiners: [Examiner]
    let committer: Committer
    let watch: LedgerWatch
    let intake: IntakeNotes
    /// How many files the process may have open.
    let descriptors: Int

    /// How many groups may wait for the committer. Beside them as many as it takes at once are with it, as many again are the
    /// next, and each examiner reads a chunk and has another one that it adds to those that wait. Each file has a descriptor.
    static func capacity(descriptors: Int, examiners: Int) -> Int {
        let (filesOfAGroup, others) = (3, 1024)
        let chunks = examiners * Pass.chunk
        let groups = (descriptors - others) / filesOfAGroup - chunks
        // Where there are few the committer takes all that wait.
        let room = max(groups / 3, groups - 2 * mostTogether) - chunks
        return max(enough / 4, min(mostWaiting, room))
    }

    /// Sends files along the line until no more come and everything is filed.
    ///
    /// - Parameter tell: hears what became of every file, also of those that had no turn because filing failed.
    /// - Throws: `FileError` when the storage fails, and what forbids to file at all; every file is either filed or
    ///   still in the inbox then.
    func run(_ files: BatchQueue<Portion>, tell: @escaping Tell) async throws {
        let capacity = Self.capacity(descriptors: descriptors, examiners: examiners.count)
        let queue = BatchQueue<Examination>(
            capacity: capacity, enough: min(Self.enough, capacity), most: Self.mostTogether, patience: Self.patience)
        let failed = StopSignal()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await examine(files, into: queue, unless: failed) }
            group.addTask { try await commit(from: queue, failed: failed, tell: tell) }
            try await group.waitForAll()
        }
    }

    private func examine(
        _ files: BatchQueue<Portion>, into queue: BatchQueue<Examination>, unless failed: StopSignal
    ) async {
        await withTaskGroup(of: Void.self) { group in
            for (index, examiner) in examiners.enumerated() {
                // Where one keeps the committer busy, the others would only take the processors from it: 20,000 photos of 40 KB
                // took 1.12 s instead of 1.14 on two.
                let limit = index > 0 ? Self.enough : .max
                group.addTask { await examiner.examine(files, into: queue, whileFewerThan: limit, unless: failed) }
            }
        }
        queue.finish()
    }

    /// What came from the queue at once.
    private struct Batch: Sendable {
        var groups: [PreparedGroup] = []
        var settled: [SettledFile] = []
        /// Nil when the database could not be asked, or nobody needs to.
        var lookup: LedgerLookup?

        var isEmpty: Bool { groups.isEmpty && settled.isEmpty }
    }

    /// Files what comes from the queue. While a batch is filed the database is told of the one before, and asked about
    /// the one behind. After an error it still empties the queue, so that nobody waits for it and every file is
    /// accounted for.
    private func commit(from queue: BatchQueue<Examination>, failed: StopSignal, tell: @escaping Tell) async throws {
        var failure: (any Error)?
        var batch = await next(from: queue, unless: failed)
        var recording: Task<Void, Never>?
        while !batch.isEmpty {
            async let following = next(from: queue, unless: failed)
            do {
                recording = try await commit(failed.isSet ? Self.left(batch) : batch, after: recording, tell: tell)
            } catch {
                failed.set()
                failure = failure ?? error
            }
            batch = await following
        }
        await recording?.value
        do {
            while failure == nil, await committer.hasDeferred { try await fileDeferred(tell) }
            // What the last batch left to be noted.
            if failure == nil { try await record(tell) }
        } catch {
            failure = error
        }
        await tell(PassEvents(settled: await committer.abandonDeferred().flatMap(Self.left)))
        if let failure { throw failure }
    }

    /// Empty when no more come.
    private func next(from queue: BatchQueue<Examination>, unless failed: StopSignal) async -> Batch {
        var batch = Batch()
        for examination in await queue.take() {
            switch examination {
            case .ready(let group): batch.groups.append(group)
            case .settled(let file): batch.settled.append(file)
            }
        }
        guard !batch.groups.isEmpty, !failed.isSet else { return batch }
        // Why the database cannot be asked is found out when the batch is filed. The committer is not asked for anything
        // here: it is busy with the batch before.
        batch.lookup = try? await LedgerLookup(batch.groups, in: committer.ledger)
        return batch
    }

    /// - Parameter recording: the one of the batch before.
    /// - Returns: the one of this batch, which goes on.
    private func commit(
        _ batch: Batch, after recording: Task<Void, Never>?, tell: @escaping Tell
    ) async throws -> Task<Void, Never>? {
        // Every call wakes a thread, which may have to wait for one of few cores.
        if !batch.settled.isEmpty {
            await committer.note(intake.records(of: batch.settled))
            await tell(PassEvents(settled: batch.settled))
        }
        var report = BatchReport()
        do {
            if !batch.groups.isEmpty { report = try await committer.file(batch.groups, batch.lookup, after: recording) }
        } catch {
            await recording?.value
            await tell(PassEvents(settled: batch.groups.flatMap(Self.left)))
            throw error
        }
        // Also without a file to file: an inbox full of other things must not pile up its notes until the end.
        await recording?.value
        if report.stopped == nil, let telling = await committer.beginTelling() {
            return Task { [committer, watch, report] in
                await tell(PassEvents(settled: report.settled))
                watch.note(await committer.tell(telling))
            }
        }
        await tell(PassEvents(settled: report.settled))
        try await record(tell)
        if let stopped = report.stopped { throw stopped }
        return nil
    }

    /// Files what was deferred.
    private func fileDeferred(_ tell: Tell) async throws {
        let report = try await committer.file([])
        await tell(PassEvents(settled: report.settled))
        try await record(tell)
        if let stopped = report.stopped { throw stopped }
    }

    private func record(_ tell: Tell) async throws {
        let report = try await committer.record()
        watch.note(report)
        await tell(PassEvents(corrections: report.recovery.corrections))
    }

    private static func left(_ group: PreparedGroup) -> [SettledFile] {
        group.files.map { SettledFile(path: $0.path, stamp: $0.stamp, outcome: .filingStopped) }
    }

    private static func left(_ batch: Batch) -> Batch {
        Batch(settled: batch.settled + batch.groups.flatMap(left))
    }
}
