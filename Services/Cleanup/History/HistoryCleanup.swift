import FactoryCore
import Logging

/// Removes old heartbeats over one connection, in batches that are transactions of their own, so that heartbeats are
/// written meanwhile and a stop loses nothing.
struct HistoryCleanup: Sendable {
    /// As many rows as one transaction removes: some hundredths of a second on a small machine.
    static let batch = 5000
    /// How often a batch is tried that does not get its lock.
    private static let tries = 3

    let connection: PostgresConnection
    let cutoff: Timestamp
    let stop: StopSignal
    let logger: Logger
    var batch = Self.batch

    /// Counts what `run` would remove.
    ///
    /// - Throws: `DatabaseError`.
    func count() async throws -> Int {
        var old = 0
        for service in try await services() {
            guard !stop.isSet else { break }
            old += try await number(SystemStatusHistoryTable.countOld(of: service, before: cutoff))
        }
        return old
    }

    /// Removes what is too old, until all of it has gone or the signal to stop is set.
    ///
    /// - Returns: how many rows have gone.
    /// - Throws: `HistoryError` with the number of rows that had gone by then.
    func run() async throws(HistoryError) -> Int {
        var deleted = 0
        do {
            for service in try await services() { try await run(service, &deleted) }
        } catch {
            throw HistoryError(deleted: deleted, reason: "\(error)")
        }
        return deleted
    }

    /// How many heartbeats there are.
    ///
    /// - Throws: `DatabaseError`.
    func kept() async throws -> Int {
        try await number(SystemStatusHistoryTable.count)
    }

    /// Lets the planner know. Without its statistics queries are slower at worst, until the server gathers them itself.
    func analyze() async {
        do {
            try await connection.execute(SystemStatusHistoryTable.analyze)
        } catch {
            logger.warning("the planner's statistics could not be gathered; the server will do so later: \(error)")
        }
    }

    private func run(_ service: String, _ deleted: inout Int) async throws {
        var start: Timestamp?
        while !stop.isSet {
            let batch = try await removeBatch(of: service, from: start)
            deleted += batch.count
            guard batch.count == self.batch else { return }
            start = batch.last
        }
    }

    private func removeBatch(of service: String, from start: Timestamp?) async throws -> (count: Int, last: Timestamp) {
        let statement = SystemStatusHistoryTable.deleteOld(of: service, from: start, before: cutoff, limit: batch)
        for _ in 1..<Self.tries {
            do {
                return try await remove(statement)
            } catch let error as DatabaseError where error.consequence == .retry && !error.connectionLost {
                // The time limit of the lock was the wait.
                logger.info("a batch is tried again: \(error)")
            }
        }
        return try await remove(statement)
    }

    private func remove(_ statement: SQL) async throws -> (count: Int, last: Timestamp) {
        try await connection.query(statement) { (try $0.int(0), try $0.timestamp(1)) }.first ?? (0, cutoff)
    }

    private func services() async throws -> [String] {
        try await connection.query(SystemStatusHistoryTable.serviceNames) { try $0.string(0) }
    }

    private func number(_ statement: SQL) async throws -> Int {
        try await connection.query(statement) { try $0.int(0) }.first ?? 0
    }
}
