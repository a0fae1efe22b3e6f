import FactoryCore
import Synchronization

/// A few connections that only read, lent to one request at a time. Who finds none free waits in a queue that has an end:
/// a slow database makes requests fail, not pile up.
final class ReadPool: Sendable {
    private struct State {
        var free: [Database]
        var waiting: [Waiter] = []
        var nextNumber = 0
        var refused = 0
    }

    private struct Waiter {
        let number: Int
        let continuation: CheckedContinuation<Database, any Error>
    }

    private let state: Mutex<State>
    private let size: Int
    private let queueLimit: Int
    private let limit: Duration

    /// - Parameters:
    ///   - name: what `pg_stat_activity` calls the connections.
    ///   - size: how many connections there are at most; each is opened when it is first needed.
    ///   - queueLimit: how many requests may wait.
    ///   - limit: how long a request may take, its waiting included.
    init(_ settings: ConnectionSettings, name: String, size: Int, queueLimit: Int, limit: Duration) {
        (self.size, self.queueLimit, self.limit) = (size, queueLimit, limit)
        var settings = settings
        settings.isReadOnly = true
        state = Mutex(
            State(
                free: (0..<size).map { _ in
                    // Somebody sits in front of the page and waits for the database to be back.
                    Database(settings, applicationName: name, limit: limit, backoff: Backoff(limit: .seconds(2)))
                }))
    }

    /// What `decode` makes of each row that `statement` answers.
    ///
    /// - Throws: `ReadError` when the queue is full or the time is over, `DatabaseError` when the server refuses.
    func rows<Value: Sendable>(
        _ statement: SQL, _ decode: @escaping @Sendable (borrowing Row) throws -> Value
    ) async throws -> [Value] {
        try await TimeLimit.run(limit) { [self] in
            let database = try await lend()
            defer { takeBack(database) }
            do {
                return try await database.use { try await $0.read(statement, limit: limit, decode) }
            } catch let error as DatabaseError where error.connectionLost {
                // The server was started again since this connection was used: reading may be repeated.
                return try await database.use { try await $0.read(statement, limit: limit, decode) }
            }
        }
    }

    /// How the pool is used now.
    var load: PoolLoad {
        state.withLock { state in
            PoolLoad(size: size, busy: size - state.free.count, waiting: state.waiting.count, refused: state.refused)
        }
    }

    private func lend() async throws -> Database {
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer: Result<Database, any Error>? = state.withLock { state in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if let database = state.free.popLast() { return .success(database) }
                    guard state.waiting.count < queueLimit else {
                        state.refused += 1
                        return .failure(ReadError.busy)
                    }
                    state.waiting.append(Waiter(number: number, continuation: continuation))
                    return nil
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
            }
            waiter?.continuation.resume(throwing: CancellationError())
        }
    }

    private func takeBack(_ database: Database) {
        let next = state.withLock { state in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() as Waiter? }
            state.free.append(database)
            return nil
        }
        next?.continuation.resume(returning: database)
    }
}
