import FactoryCore

/// Removes old entries of the audit log over one connection, in batches that are transactions of their own.
struct AuditCleanup: Sendable {
    let connection: PostgresConnection
    let cutoff: Timestamp
    let stop: StopSignal
    var batch = HistoryCleanup.batch

    /// Counts what `run` would remove.
    ///
    /// - Throws: `DatabaseError`.
    func count() async throws -> Int {
        try await connection.query(AuditLogsTable.countOld(before: cutoff)) { try $0.int(0) }.first ?? 0
    }

    /// Removes what is too old, until all of it has gone or the signal to stop is set.
    ///
    /// - Returns: how many entries have gone.
    /// - Throws: `DatabaseError`.
    func run() async throws -> Int {
        var deleted = 0
        while !stop.isSet {
            let count = try await connection.execute(AuditLogsTable.delete(before: cutoff, limit: batch))
            deleted += count
            guard count == batch else { break }
        }
        return deleted
    }
}
