/// What a service is that takes assets by a status flag: a name with a flag, and what it does with one of them. Claims,
/// retries, heartbeats and the flag are the `WorkerEngine`'s.
public protocol AssetWorker: Sendable {
    associatedtype Outcome: Sendable = Void

    var stage: Stage { get }

    /// Does the work with one asset. May run again for the same one, after a crash in between: what it leaves must be the
    /// same then.
    ///
    /// - Throws: `WorkFailure` when this asset is at fault, `CancellationError` when it was told to stop, `DatabaseError`; any
    ///   other error counts as a failure that may pass.
    func work(on asset: ClaimedAsset) async throws -> Outcome

    /// Does the work with all of these at once: for what takes so little time that a task for each would take more.
    ///
    /// - Returns: what became of each, in their order, with errors as `work(on:)` throws them; nil, unless a worker says
    ///   otherwise, for giving each of them to `work(on:)`.
    func work(onBatch assets: [ClaimedAsset]) async -> [Result<Outcome, any Error>]?

    /// What has to be written together with the flags of these assets.
    func statements(for done: [(asset: ClaimedAsset, outcome: Outcome)]) -> [SQL]
}

extension AssetWorker {
    public func work(onBatch assets: [ClaimedAsset]) async -> [Result<Outcome, any Error>]? { nil }
    public func statements(for done: [(asset: ClaimedAsset, outcome: Outcome)]) -> [SQL] { [] }
}
