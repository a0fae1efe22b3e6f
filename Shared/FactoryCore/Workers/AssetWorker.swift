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

    /// What has to be written together with the flags of these assets.
    func statements(for done: [(asset: ClaimedAsset, outcome: Outcome)]) -> [SQL]
}

extension AssetWorker {
    public func statements(for done: [(asset: ClaimedAsset, outcome: Outcome)]) -> [SQL] { [] }
}
