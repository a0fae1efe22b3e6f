import FactoryCore
import Synchronization

/// All that a new worker needs: a name with a flag, and what it does with an asset.
final class ToyWorker: AssetWorker {
    let stage = Stage("toy", sets: .thumbnailed)
    private let log = Mutex<[String]>([])
    private let body: @Sendable (ClaimedAsset) async throws -> Void

    init(_ body: @escaping @Sendable (ClaimedAsset) async throws -> Void = { _ in }) {
        self.body = body
    }

    /// The paths of the assets that it was given, as often as it was.
    var worked: [String] { log.withLock { $0 } }

    func work(on asset: ClaimedAsset) async throws {
        log.withLock { $0.append(asset.finalPath) }
        try await body(asset)
    }

    func statements(for done: [(asset: ClaimedAsset, outcome: Void)]) -> [SQL] {
        done.map { "UPDATE factory.toys SET works = works + 1 WHERE path = \($0.asset.finalPath)" }
    }
}
