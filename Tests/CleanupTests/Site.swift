import FactoryCore
import Logging
import TestSupport

@testable import cleanup

/// A database with heartbeats, and a cleanup for it.
struct Site {
    let database: ScratchDatabase
    let connection: PostgresConnection
    let clock = FixedClock.sample

    init(_ database: ScratchDatabase) async throws {
        self.database = database
        connection = try await database.connect()
    }

    /// - Parameter batch: as many rows as go at once.
    func cleanup(days: Int = 60, stop: StopSignal = StopSignal(), batch: Int = HistoryCleanup.batch) throws -> Cleanup {
        var environment = database.environment
        environment["HISTORY_RETENTION_DAYS"] = String(days)
        return Cleanup(
            settings: try CleanupSettings(Settings(flags: [:], environment: environment)), clock: clock,
            logger: Logger(label: "cleanup"), stop: stop, batch: batch)
    }

    /// Writes one heartbeat, so long before the clock's time.
    func beat(_ service: String, before: Duration) async throws {
        let time = clock.now.adding(.zero - before)
        try await connection.execute(
            """
            INSERT INTO system_status_history (service_name, status, heartbeat_timestamp)
            VALUES (\(service), 'OK', \(time)::timestamp)
            """)
    }

    /// Writes `count` heartbeats, one a second, all of them too old.
    func oldBeats(_ service: String, count: Int) async throws {
        try await connection.execute(
            """
            INSERT INTO system_status_history (service_name, status, heartbeat_timestamp)
            SELECT \(service), 'OK', \(clock.now)::timestamp - interval '61 days' - second * interval '1 second'
            FROM generate_series(1, \(count)::integer) AS second
            """)
    }

    /// The ages of a service's heartbeats in seconds, newest first.
    func ages(_ service: String) async throws -> [Int] {
        try await connection.query(
            """
            SELECT extract(epoch FROM \(clock.now)::timestamp - heartbeat_timestamp)::bigint
            FROM system_status_history WHERE service_name = \(service) ORDER BY 1
            """
        ) { try $0.int(0) }
    }

    /// What the cleanup's latest heartbeat says: its status, and what it did.
    func heartbeat() async throws -> [String] {
        try await connection.query(
            "SELECT status || ': ' || current_task FROM system_status WHERE service_name = 'cleanup'"
        ) { try $0.string(0) }
    }
}
