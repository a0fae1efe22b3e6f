/// Gives a piece of work so much time, and cancels it then.
enum TimeLimit {
    /// - Throws: `ReadError.tooSlow` when the time is over, or what `body` throws.
    static func run<Value: Sendable>(
        _ limit: Duration, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let value = first else { throw ReadError.tooSlow(limit) }
            return value
        }
    }
}
