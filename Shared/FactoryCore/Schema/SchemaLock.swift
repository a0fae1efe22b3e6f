/// Lets one program at a time change the schema, or who may do what in it.
struct SchemaLock: Sendable {
    let connection: PostgresConnection

    /// Waits until nobody else holds the lock, and holds it while `body` runs.
    ///
    /// - Throws: `DatabaseError`, and what `body` throws.
    func whileHeld<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        try await connection.execute(SchemaMigrationsTable.lock)
        do {
            let result = try await body()
            try await connection.execute(SchemaMigrationsTable.unlock)
            return result
        } catch {
            // The server drops the lock with the session where this cannot be said any more.
            _ = try? await connection.execute(SchemaMigrationsTable.unlock)
            throw error
        }
    }
}
