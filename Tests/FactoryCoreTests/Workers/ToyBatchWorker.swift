import FactoryCore
import Synchronization

/// A worker that takes whole batches.
final class ToyBatchWorker: AssetWorker {
    let stage = Stage("toy", sets: .thumbnailed)
    private let log = Mutex<[Int]>([])
    private let body: @Sendable ([String]) -> [Result<Void, any Error>]

    /// - Parameter body: is given the paths of the assets.
    init(_ body: @escaping @Sendable ([String]) -> [Result<Void, any Error>]) {
        self.body = body
    }

    /// How many assets it was given each time.
    var batches: [Int] { log.withLock { $0 } }

    func work(on asset: ClaimedAsset) async throws {
        throw WorkFailure("it works on batches")
    }

    func work(onBatch assets: [ClaimedAsset]) -> [Result<Void, any Error>]? {
        log.withLock { $0.append(assets.count) }
        return body(assets.map(\.finalPath))
    }

    func statements(for done: [(asset: ClaimedAsset, outcome: Void)]) -> [SQL] {
        done.map { "UPDATE factory.toys SET works = works + 1 WHERE path = \($0.asset.finalPath)" }
    }
}
