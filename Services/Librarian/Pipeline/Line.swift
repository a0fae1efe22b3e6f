import AsyncAlgorithms
import FactoryCore
import Logging

/// The line along which files go: several workers read them at once, one committer files them, a batch at a time.
struct Line: Sendable {
    /// How many prepared files may wait for the committer; each holds a descriptor.
    private static let capacity = 256

    typealias Tell = @Sendable (PassEvents) async -> Void

    let examiners: [Examiner]
    let committer: Committer
    let watch: LedgerWatch
    let intake: IntakeNotes

    /// Sends files along the line until no more come and everything is filed.
    ///
    /// - Parameter tell: hears what became of every file, also of those that had no turn because filing failed.
    /// - Throws: `FileError` when the storage fails, and what forbids to file at all; every file is either filed or
    ///   still in the inbox then.
    func run(_ files: AsyncChannel<[StableGroup]>, tell: @escaping Tell) async throws {
        let queue = BatchQueue<Examination>(capacity: Self.capacity)
        let failed = StopSignal()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await examine(files, into: queue, unless: failed) }
            group.addTask { try await commit(from: queue, failed: failed, tell: tell) }
            try await group.waitForAll()
        }
    }

    private func examine(
        _ files: AsyncChannel<[StableGroup]>, into queue: BatchQueue<Examination>, unless failed: StopSignal
    ) async {
        await withTaskGroup(of: Void.self) { group in
            for examiner in examiners {
                group.addTask {
                    for await chunk in files {
                        await queue.put(failed.isSet ? chunk.flatMap(Self.leave) : examiner.examine(chunk))
                    }
                }
            }
        }
        await queue.finish()
    }

    /// Files what comes from the queue. After an error it still empties the queue, so that nobody waits for it and
    /// every file is accounted for.
    private func commit(from queue: BatchQueue<Examination>, failed: StopSignal, tell: Tell) async throws {
        var failure: (any Error)?
        while case let examinations = await queue.take(), !examinations.isEmpty {
            do {
                try await commit(failed.isSet ? examinations.flatMap(Self.leave) : examinations, tell: tell)
            } catch {
                failed.set()
                failure = failure ?? error
            }
        }
        do {
            while failure == nil, await committer.hasDeferred { try await file([], tell: tell) }
            // What the last batch left to be noted.
            if failure == nil { try await record(tell) }
        } catch {
            failure = error
        }
        await tell(PassEvents(settled: await committer.abandonDeferred().flatMap(Self.left)))
        if let failure { throw failure }
    }

    private func commit(_ examinations: [Examination], tell: Tell) async throws {
        var batch: [PreparedGroup] = []
        var settled: [SettledFile] = []
        for examination in examinations {
            switch examination {
            case .ready(let group): batch.append(group)
            case .settled(let file): settled.append(file)
            }
        }
        await committer.note(intake.records(of: settled))
        await tell(PassEvents(settled: settled))
        // Also without a file to file: an inbox full of other things must not pile up its notes until the end.
        guard !batch.isEmpty else { return try await record(tell) }
        try await file(batch, tell: tell)
    }

    private func file(_ batch: [PreparedGroup], tell: Tell) async throws {
        let report: BatchReport
        do {
            report = try await committer.file(batch)
        } catch {
            await tell(PassEvents(settled: batch.flatMap(Self.left)))
            throw error
        }
        await tell(PassEvents(settled: report.settled))
        try await record(tell)
        if let stopped = report.stopped { throw stopped }
    }

    private func record(_ tell: Tell) async throws {
        let report = try await committer.record()
        watch.note(report)
        await tell(PassEvents(corrections: report.recovery.corrections))
    }

    private static let stopped = FileOutcome.pending("filing stopped")

    private static func left(_ group: PreparedGroup) -> [SettledFile] {
        group.files.map { SettledFile(path: $0.path, stamp: $0.stamp, outcome: stopped) }
    }

    private static func leave(_ group: StableGroup) -> [Examination] {
        group.files.map { .settled(SettledFile(path: $0.path, stamp: $0.stamp, outcome: stopped)) }
    }

    private static func leave(_ examination: Examination) -> [Examination] {
        guard case .ready(let group) = examination else { return [examination] }
        return left(group).map { .settled($0) }
    }
}
