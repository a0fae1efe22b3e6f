import FactoryCore
import Logging
import ServiceLifecycle
import Synchronization

/// Copies originals to a second target, and says so only of what it has read back from there.
struct Backup: WorkerProgram {
    static let stage = Stage("backup", sets: .backedUp)
    static let purpose = "copies originals to a second target and reads every copy back"
    static let usual = (width: 4, batch: 64)

    /// What stands in its way, for its heartbeat.
    private final class Board: Sendable {
        let obstacle = Mutex<String?>(nil)
        let isBusy = Mutex(false)
    }

    private static let rest: Duration = .seconds(30)

    private let workshop: BackupWorkshop
    private let test: RestoreTestService
    private let board = Board()
    private let isOnce: Bool

    init(_ start: WorkerStart) throws {
        isOnce = start.isOnce
        workshop = try BackupWorkshop(
            start.settings, factory: start.common.factory, width: start.common.engine.width, clock: start.clock,
            logger: start.logger, stop: start.stop)
        let stop = StopSignal()
        test = RestoreTestService(
            try BackupWorkshop(
                start.settings, factory: start.common.factory, width: start.common.engine.width, clock: start.clock,
                logger: start.logger, stop: stop),
            stop: stop)
    }

    var companions: [any Service] { [test] }

    func work(on asset: ClaimedAsset) async throws -> ProvenCopy {
        guard let result = await work(onBatch: [asset])?.first else { throw CancellationError() }
        return try result.get()
    }

    /// An answer that is shorter than what came gives the rest back.
    func work(onBatch assets: [ClaimedAsset]) async -> [Result<ProvenCopy, any Error>]? {
        let plan = BatchPlan(assets)
        board.isBusy.withLock { $0 = true }
        defer { board.isBusy.withLock { $0 = false } }
        do {
            try await workshop.door.check()
            board.obstacle.withLock { $0 = nil }
            let results = try await workshop.round.run(plan.wanted.sorted { $0.key < $1.key }.map(\.value))
            return (0..<plan.count).map { index -> Result<ProvenCopy, any Error> in
                if let error = plan.refused[index] { return .failure(error) }
                guard let result = results[assets[index].id] else { return .failure(CancellationError()) }
                return result.mapError { $0 as any Error }
            }
        } catch let error as TargetObstacle {
            await wait("\(error)")
            // Others wait for the same: they are not even tried.
            let failure: any Error = WorkFailure("\(error)")
            return (0..<plan.count).map { .failure(plan.refused[$0] ?? failure) }
        } catch {
            return (0..<plan.count).map { _ in .failure(error) }
        }
    }

    func statements(for done: [(asset: ClaimedAsset, outcome: ProvenCopy)]) -> [SQL] {
        [BackupsTable.upsert(done.map(\.outcome), target: workshop.settings.target.name)]
    }

    /// The whole library need not fail, one batch after the other, for a disk that is away.
    private func wait(_ obstacle: String) async {
        let isNew = board.obstacle.withLock { known in
            defer { known = obstacle }
            return known != obstacle
        }
        if isNew { workshop.logger.warning("\(obstacle)") }
        if !isOnce { await workshop.stop.sleep(for: Self.rest) }
    }

    /// A large video takes longer than a heartbeat: rclone itself gives up a target that says nothing any more.
    func health(_ work: ServiceHealth) async -> ServiceHealth {
        let isBusy = work.isHanging && board.isBusy.withLock { $0 }
        let obstacle = board.obstacle.withLock { $0 }
        let finding = test.finding
        let isWell = (work.status == .ok || isBusy) && obstacle == nil && finding?.needsLook != true
        let words = [obstacle, work.task, finding?.sentence].compactMap { $0 }
        return ServiceHealth(
            status: isWell ? .ok : .warning, task: words.joined(separator: "; "), isHanging: work.isHanging && !isBusy)
    }
}
