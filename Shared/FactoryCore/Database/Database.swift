/// The database as a service sees it: a connection that is opened when it is first needed, and opened again after it
/// was lost. While the server is away calls fail at once between tries, so that nobody waits for a dead host.
public actor Database {
    private let settings: ConnectionSettings
    private let applicationName: String
    private let limit: Duration
    private var connection: PostgresConnection?
    private var backoff: Backoff
    private var nextTry: ContinuousClock.Instant?
    private var lastFailure: DatabaseError?

    /// - Parameters:
    ///   - applicationName: what `pg_stat_activity` calls this connection.
    ///   - limit: how long each statement may take.
    ///   - backoff: how long to wait between tries to connect.
    public init(
        _ settings: ConnectionSettings, applicationName: String, limit: Duration = .seconds(30),
        backoff: Backoff = Backoff()
    ) {
        self.settings = settings
        self.applicationName = applicationName
        self.limit = limit
        self.backoff = backoff
    }

    /// Lends the connection to `body`.
    ///
    /// - Throws: `DatabaseError` when there is none to be had, or what `body` throws. Nothing is repeated here: only
    ///   the caller knows whether its statements may run twice.
    @discardableResult
    public func use<Result: Sendable>(
        _ body: @Sendable (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        let connection = try await opened()
        do {
            return try await body(connection)
        } catch {
            // Meanwhile somebody else may have opened another, which works.
            if await connection.isLost, self.connection === connection { self.connection = nil }
            throw error
        }
    }

    /// Closes the connection; the next use opens another.
    public func close() {
        connection = nil
    }

    private func opened() async throws -> PostgresConnection {
        if let connection { return connection }
        if let nextTry, let lastFailure, nextTry > .now { throw lastFailure }
        do {
            let fresh = try await PostgresConnection.open(settings, applicationName: applicationName, limit: limit)
            connection = fresh
            backoff.reset()
            lastFailure = nil
            return fresh
        } catch let error as DatabaseError {
            lastFailure = error
            nextTry = .now.advanced(by: backoff.delay())
            throw error
        }
    }
}
