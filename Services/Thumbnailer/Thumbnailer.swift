import FactoryCore
import Logging
import Synchronization

/// Makes small pictures of photos and videos, for whoever looks at many of them.
struct Thumbnailer: WorkerProgram {
    static let stage = Stage("thumbnailer", sets: .thumbnailed)
    static let purpose = "makes small pictures of photos and videos"
    static let usual = (width: 1, batch: 16)
    static let warnsOfGivenUp = false

    /// What stands in its way, for its heartbeat.
    private final class Board: Sendable {
        let obstacle = Mutex<String?>(nil)
    }

    private static let rest: Duration = .seconds(30)

    private let storage: String
    private let store: ThumbnailStore
    private let maker: MakerProgram
    private let board = Board()
    private let start: WorkerStart

    init(_ start: WorkerStart) throws {
        self.start = start
        storage = start.common.factory.storage
        store = ThumbnailStore(storage: storage)
        maker = MakerProgram(settings: try ThumbnailerSettings(start.settings), stop: start.stop)
    }

    func work(on asset: ClaimedAsset) async throws -> MadeThumbnails {
        do {
            let made = try await ThumbnailMaking(storage: storage, store: store, maker: maker).make(asset)
            board.obstacle.withLock { $0 = nil }
            return made
        } catch let error as StorageObstacle {
            await wait("\(error)")
            throw WorkFailure("\(error)")
        }
    }

    func statements(for done: [(asset: ClaimedAsset, outcome: MadeThumbnails)]) -> [SQL] {
        [ThumbnailsTable.upsert(done.map { ($0.asset.id, $0.outcome) })]
    }

    func health(_ work: ServiceHealth) async -> ServiceHealth {
        guard let obstacle = board.obstacle.withLock({ $0 }) else { return work }
        return ServiceHealth(status: .warning, task: "\(obstacle); \(work.task)", isHanging: work.isHanging)
    }

    /// The whole library need not fail, one asset after the other, for a disk that is away or full.
    private func wait(_ obstacle: String) async {
        let isNew = board.obstacle.withLock { known in
            defer { known = obstacle }
            return known != obstacle
        }
        if isNew { start.logger.warning("\(obstacle)") }
        if !start.isOnce { await start.stop.sleep(for: Self.rest) }
    }
}
