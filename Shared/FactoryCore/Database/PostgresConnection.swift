import CLibPQ

/// One connection to PostgreSQL, on a thread of its own. Statements run in the order in which they are asked for.
///
/// A statement that gets no answer within its time limit, or whose task is cancelled, closes the connection:
/// what the server made of it is then unknown, and callers must write statements that can be repeated.
public actor PostgresConnection {
    private let executor: BlockingExecutor
    private let handle: ConnectionHandle

    /// How long a statement may take.
    private let limit: Duration

    /// The statements whose plans the server keeps, by their text.
    private var names: [String: String] = [:]

    /// Set when an answer was not waited for: whatever comes next over the line would be that answer.
    private var isAbandoned = false

    /// The thread that libpq may block.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init(
        executor: BlockingExecutor, keywords: [(keyword: String, value: String)], limit: Duration
    ) throws(DatabaseError) {
        self.executor = executor
        self.limit = limit
        handle = try ConnectionHandle(starting: keywords)
    }

    /// Connects and logs in.
    ///
    /// - Parameters:
    ///   - applicationName: what `pg_stat_activity` calls this connection.
    ///   - connectLimit: how long connecting may take.
    ///   - limit: how long each statement may take.
    /// - Throws: `DatabaseError`; its consequence is `.retry` while no server answers or it is starting up,
    ///   `.stop` when it refuses the login or has no such database.
    public static func open(
        _ settings: ConnectionSettings, applicationName: String = "photo-factory",
        connectLimit: Duration = .seconds(5), limit: Duration = .seconds(30)
    ) async throws -> PostgresConnection {
        let keywords = settings.keywords(applicationName: applicationName)
        let executor = BlockingExecutor(label: "postgres \(applicationName)")
        // libpq looks up the host's name here and now, which may take long.
        let connection = try await executor.run {
            try PostgresConnection(executor: executor, keywords: keywords, limit: limit)
        }
        try await connection.finishConnecting(within: connectLimit)
        // `now()` must mean the same to every client, whatever the server's or the database's time zone.
        try await connection.execute("SET TIME ZONE 'UTC'")
        if settings.isReadOnly { try await connection.execute("SET default_transaction_read_only = on") }
        if settings.looksUpRows {
            // What has no index seems to cost so much then that the server would compile it.
            try await connection.execute(unsafeScript: "SET enable_seqscan = off; SET jit = off")
        }
        return connection
    }

    /// Runs one statement and returns the number of rows that it inserted, updated, deleted or selected.
    @discardableResult
    public func execute(_ statement: SQL) throws -> Int {
        try send(statement)
        return try collect { _ in }
    }

    /// Runs one statement and returns what `decode` makes of each of its rows.
    public func query<Value>(_ statement: SQL, _ decode: (borrowing Row) throws -> Value) throws -> [Value] {
        try send(statement)
        var values: [Value] = []
        _ = try collect { row in values.append(try decode(row)) }
        return values
    }

    /// Runs all statements as one transaction in one round trip: all of them count, or none.
    ///
    /// - Parameter each: receives every row, with the index of the statement that it belongs to.
    /// - Returns: for each statement the number of rows that it inserted, updated, deleted or selected.
    /// - Throws: the first error of the server; nothing was committed then, unless the connection was lost: then it is
    ///   unknown. An error of `each` comes too late to undo anything: the statements count.
    @discardableResult
    public func transaction(
        _ statements: [SQL], each: (Int, borrowing Row) throws -> Void = { _, _ in }
    ) throws -> [Int] {
        // Before anything is sent: a pipeline that was left half-way would leave the server waiting for its end.
        for statement in statements {
            try statement.checkValues()
            _ = try keptName(of: statement)
        }
        guard !isAbandoned, PQenterPipelineMode(handle.pointer) == 1 else { throw lost() }
        var firstError: (any Error)?
        var affected: [Int] = []
        do {
            for statement in ["BEGIN"] + statements + ["COMMIT"] { try send(statement) }
            guard PQpipelineSync(handle.pointer) == 1 else { throw lost() }
            affected = try drainPipeline(statements.count + 2) { index, row in
                // A row that cannot be decoded must not leave the rest of the pipeline unread.
                guard firstError == nil else { return }
                do { try each(index - 1, row) } catch { firstError = error }
            }
        } catch {
            leavePipeline()
            throw error
        }
        leavePipeline()
        if let firstError { throw firstError }
        return Array(affected.dropFirst().dropLast())
    }

    /// Runs one statement that cannot change anything, and returns what `decode` makes of each of its rows.
    ///
    /// - Parameter limit: how long the server works on it before it gives up.
    public func read<Value>(
        _ statement: SQL, limit: Duration, _ decode: (borrowing Row) throws -> Value
    ) throws -> [Value] {
        let milliseconds = String(max(1, Int(limit / .milliseconds(1))))
        var values: [Value] = []
        let statements: [SQL] = [
            "SET TRANSACTION READ ONLY", "SET LOCAL statement_timeout = \(unsafe: milliseconds)", statement,
        ]
        try transaction(statements) { index, row in
            if index == 2 { values.append(try decode(row)) }
        }
        return values
    }

    /// What a server keeps of a password instead of it (SCRAM-SHA-256): made here, so that no statement, and no log of the
    /// server's, ever holds the password itself.
    ///
    /// - Throws: `DatabaseError` when libpq cannot make it.
    func verifier(ofPassword password: String, role: String) throws -> String {
        guard !isAbandoned else { throw lost() }
        return try handle.verifier(ofPassword: password, role: role)
    }

    /// Runs a script of several statements, as migrations are. Outside a transaction of the caller's it is one of
    /// its own.
    public func execute(unsafeScript script: String) throws {
        guard !isAbandoned, PQsendQuery(handle.pointer, script) == 1 else { throw lost() }
        _ = try collect { _ in }
    }
}

extension PostgresConnection {
    private func finishConnecting(within limit: Duration) throws {
        let deadline = ContinuousClock.now.advanced(by: limit)
        var state = PGRES_POLLING_WRITING
        while state != PGRES_POLLING_OK {
            guard state != PGRES_POLLING_FAILED else {
                throw refusal()
            }
            try wait(forWriting: state == PGRES_POLLING_WRITING, until: deadline)
            state = PQconnectPoll(handle.pointer)
        }
        PQsetErrorVerbosity(handle.pointer, PQERRORS_DEFAULT)
        // Sending must respect the time limit as well, and must not wait for a server that waits for us to read.
        guard PQsetnonblocking(handle.pointer, 1) == 0 else { throw lost() }
    }

    private func refusal() -> DatabaseError {
        let (state, sentence) = ServerMessage.parse(handle.message)
        // libpq itself ends the login when there is no password to send, without any code.
        let isLoginRefused = PQconnectionNeedsPassword(handle.pointer) == 1
        return DatabaseError(
            message: sentence, sqlState: state ?? (isLoginRefused ? SQLState("28P01") : nil), connectionLost: true)
    }

    private func send(_ statement: SQL) throws {
        guard !isAbandoned else { throw lost() }
        try statement.checkValues()
        let name = try keptName(of: statement)
        let values = SQLValues(statement.parameters)
        let count = Int32(statement.parameters.count)
        let sent = values.withPointers { values, lengths, formats in
            if let name { return PQsendQueryPrepared(handle.pointer, name, count, values, lengths, formats, 0) }
            return PQsendQueryParams(handle.pointer, statement.text, count, nil, values, lengths, formats, 0)
        }
        guard sent == 1 else { throw lost() }
    }

    /// The name of a statement whose plan is kept, which the server is told of at its first use; nil for another one.
    private func keptName(of statement: SQL) throws -> String? {
        guard statement.isKept else { return nil }
        if let name = names[statement.text] { return name }
        let name = "kept\(names.count)"
        guard !isAbandoned, PQsendPrepare(handle.pointer, name, statement.text, 0, nil) == 1 else { throw lost() }
        _ = try collect { _ in }
        names[statement.text] = name
        return name
    }

    /// Reads every result of what was sent, also after an error, so that the connection is ready for the next one.
    private func collect(_ body: (borrowing Row) throws -> Void) throws -> Int {
        let deadline = ContinuousClock.now.advanced(by: limit)
        var affected = 0
        var firstError: (any Error)?
        while let result = try nextResult(until: deadline) {
            do {
                if let error = result.error(connectionLost: isLost) { throw error }
                if firstError == nil { try result.forEachRow(body) }
                affected += result.affectedRows
            } catch {
                firstError = firstError ?? error
            }
        }
        if let firstError { throw firstError }
        return affected
    }

    private func drainPipeline(_ count: Int, _ body: (Int, borrowing Row) throws -> Void) throws -> [Int] {
        let deadline = ContinuousClock.now.advanced(by: limit)
        var firstError: DatabaseError?
        var affected = [Int](repeating: 0, count: count)
        // One result and one null per statement, then the result of the sync.
        for index in 0..<count {
            while let result = try nextResult(until: deadline) {
                if result.status == PGRES_PIPELINE_ABORTED { continue }
                if let error = result.error(connectionLost: isLost) {
                    firstError = firstError ?? error
                    if error.connectionLost { throw error }
                } else {
                    affected[index] += result.affectedRows
                    try result.forEachRow { row in try body(index, row) }
                }
            }
        }
        _ = try nextResult(until: deadline)
        if let firstError { throw firstError }
        return affected
    }

    /// After an error inside the pipeline the server has already rolled back at the sync: an explicit `BEGIN` is
    /// aborted with it, but the session stays in the failed transaction until it is told so.
    private func leavePipeline() {
        PQexitPipelineMode(handle.pointer)
        guard PQtransactionStatus(handle.pointer) != PQTRANS_IDLE, !isLost else { return }
        _ = try? execute("ROLLBACK")
    }

    private func nextResult(until deadline: ContinuousClock.Instant) throws -> ResultHandle? {
        while PQflush(handle.pointer) == 1 || PQisBusy(handle.pointer) == 1 {
            let unsent = PQflush(handle.pointer)
            guard unsent >= 0 else { throw lost() }
            try wait(forWriting: unsent == 1, until: deadline)
            guard PQconsumeInput(handle.pointer) == 1 else { throw lost() }
        }
        return PQgetResult(handle.pointer).map { ResultHandle($0) }
    }

    private func wait(forWriting: Bool, until deadline: ContinuousClock.Instant) throws {
        while true {
            let outcome = SocketWait.once(PQsocket(handle.pointer), writing: forWriting, deadline: deadline)
            switch outcome {
            case .ready: return
            case .failed: throw lost()
            case .again:
                guard Task.isCancelled else { continue }
                isAbandoned = true
                throw CancellationError()
            case .expired:
                isAbandoned = true
                throw DatabaseError.lost("the database did not answer in time")
            }
        }
    }

    /// True once this connection is of no use any more.
    public var isLost: Bool { isAbandoned || PQstatus(handle.pointer) == CONNECTION_BAD }

    private func lost() -> DatabaseError {
        .lost(
            isAbandoned
                ? "the connection was given up when an earlier answer did not come"
                : ServerMessage.parse(handle.message).sentence)
    }
}
