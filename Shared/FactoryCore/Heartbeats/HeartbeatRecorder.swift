/// Writes heartbeats, and keeps those that could not be written, with their true times, until they can.
actor HeartbeatRecorder {
    /// As many rows as one transaction should carry after an outage.
    private static let batch = 200

    private let database: Database
    private let registration: SQL
    private var registered = false
    private var spool = HeartbeatSpool()

    /// - Parameter service: the statement that makes the service known; runs once, before its first heartbeat.
    init(database: Database, service: SQL) {
        self.database = database
        registration = service
    }

    /// Keeps a heartbeat until it can be written.
    func add(_ beat: Heartbeat) {
        spool.add(beat)
    }

    /// Writes all heartbeats that are kept.
    ///
    /// - Throws: `DatabaseError` when they could not be written, `SchemaError` while there are no tables for them;
    ///   they are still kept then.
    func flush() async throws {
        if !registered { try await register() }
        while !spool.waiting.isEmpty {
            let beats = Array(spool.waiting.prefix(Self.batch))
            do {
                try await write(beats)
            } catch let error as DatabaseError where error.consequence == .refuseRow {
                try await writeOneByOne(beats)
            }
            spool.removeFirst(beats.count)
        }
    }

    /// A heartbeat that the database refuses for its text is lost; it must not silence the service for good.
    private func writeOneByOne(_ beats: [Heartbeat]) async throws {
        for beat in beats {
            do {
                try await write([beat])
            } catch let error as DatabaseError where error.consequence == .refuseRow {
                continue
            }
        }
    }

    private func write(_ beats: [Heartbeat]) async throws {
        let statements = beats.flatMap { [SystemStatusTable.upsert($0), SystemStatusHistoryTable.insert($0)] }
        try await database.use { try await $0.transaction(statements) }
    }

    private func register() async throws {
        let registration = registration
        try await database.use { connection in
            // Asking first keeps an error out of the server's log whenever a new factory is started.
            guard try await connection.query(ServicesTable.exists, { try $0.bool(0) }).first == true else {
                throw SchemaError.older(database: 0, program: Migration.all.count)
            }
            try await connection.execute(registration)
        }
        registered = true
    }
}
