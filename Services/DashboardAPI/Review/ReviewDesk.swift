import FactoryCore

/// Writes down what was reviewed: the only thing that this service writes but its heartbeat.
struct ReviewDesk: Sendable {
    private let database: Database
    private let limit: Duration

    /// - Parameter limit: how long it may take.
    init(_ settings: ConnectionSettings, limit: Duration) {
        database = Database(
            settings, applicationName: "dashboard review", limit: limit, backoff: Backoff(limit: .seconds(2)))
        self.limit = limit
    }

    /// Marks assets as reviewed, or as not.
    ///
    /// - Parameter assets: UUIDs; those of no asset are passed over.
    /// - Returns: how many were not so before.
    /// - Throws: `ReadError` when the time is over, `DatabaseError`.
    func mark(_ assets: [String], isReviewed: Bool) async throws -> Int {
        let statement = MediaAssetsTable.mark(assets, isCurated: isReviewed)
        return try await TimeLimit.run(limit) { [database] in
            do {
                return try await database.use { try await $0.execute(statement) }
            } catch let error as DatabaseError where error.consequence == .retry {
                // A server that was started again, or a worker that held the same rows: to mark them twice does no harm.
                return try await database.use { try await $0.execute(statement) }
            }
        }
    }
}
