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
    let patience: DatabasePatience
    let intake: IntakeNotes

    /// Sends files along the line until no more come and everything is filed.
    ///
    /// - Parameter tell: hears what became of every file.
    /// - Throws: `FileError` when the storage fails, `DatabaseError` when the database does; every file is either
    ///   filed or still in the inbox then.
    func run(_ files: AsyncChannel<[StableFile]>, tell: @escaping Tell) async throws {
        let queue = BatchQueue<Examination>(capacity: Self.capacity)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await examine(files, into: queue) }
            group.addTask {
                do {
                    try await commit(from: queue, tell: tell)
                } catch {
                    // Neither the workers nor who feeds them must wait for a committer that has gone.
                    await queue.finish()
                    files.finish()
                    await abandon(tell)
                    throw error
                }
            }
            try await group.waitForAll()
        }
    }

    private func examine(_ files: AsyncChannel<[StableFile]>, into queue: BatchQueue<Examination>) async {
        await withTaskGroup(of: Void.self) { group in
            for examiner in examiners {
                group.addTask {
                    for await chunk in files { await queue.put(examiner.examine(chunk)) }
                }
            }
        }
        await queue.finish()
    }

    private func commit(from queue: BatchQueue<Examination>, tell: Tell) async throws {
        while case let examinations = await queue.take(), !examinations.isEmpty {
            var batch: [PreparedFile] = []
            var settled: [SettledFile] = []
            for examination in examinations {
                switch examination {
                case .ready(let file): batch.append(file)
                case .settled(let file): settled.append(file)
                }
            }
            await committer.note(intake.records(of: settled))
            await tell(PassEvents(settled: settled))
            try await file(batch, tell: tell)
        }
        while await committer.hasDeferred { try await file([], tell: tell) }
    }

    private func file(_ batch: [PreparedFile], tell: Tell) async throws {
        let report = try await patience.wait { try await committer.file(batch) }
        await tell(PassEvents(settled: report.settled))
        await tell(PassEvents(corrections: try await patience.wait { try await committer.record() }))
        if let stopped = report.stopped { throw stopped }
    }

    private func abandon(_ tell: Tell) async {
        let left = await committer.abandonDeferred()
        await tell(
            PassEvents(
                settled: left.map { SettledFile(path: $0.path, stamp: $0.stamp, outcome: .pending("filing stopped")) }))
    }
}
