import TestSupport
import Testing

@testable import FactoryCore

/// A heartbeat is one row that tells the present and one row of history, together or not at all.
struct HeartbeatTableTests {
    private static let noon = Timestamp(seconds: 1_700_000_000)

    @Test func heartbeatIsInBothTables() async throws {
        try await withRecorder { recorder, connection in
            try await recorder.record(Self.beat(.ok, "Filing", after: 0))
            try await recorder.record(Self.beat(.warning, nil, after: 60))
            #expect(try await status(connection) == ["WARNING - 2023-11-14 22:14:20"])
            let expected = ["OK Filing 2023-11-14 22:13:20", "WARNING - 2023-11-14 22:14:20"]
            #expect(try await history(connection) == expected)
        }
    }

    @Test func lateHeartbeatNeverMovesTheLatestBack() async throws {
        try await withRecorder { recorder, connection in
            try await recorder.record(Self.beat(.ok, "New", after: 60))
            try await recorder.record(Self.beat(.error, "Old", after: 0))
            #expect(try await status(connection) == ["OK New 2023-11-14 22:14:20"])
            #expect(try await history(connection).count == 2)
        }
    }

    @Test func updateThatSaysNoTimeMeansNow() async throws {
        try await withRecorder { recorder, connection in
            try await recorder.record(Self.beat(.ok, nil, after: 0))
            try await connection.execute("UPDATE system_status SET status = 'WARNING'")
            let recent = try await connection.query(
                "SELECT last_heartbeat > now() - interval '1 minute', updated_at > now() - interval '1 minute' FROM system_status"
            ) { [try $0.bool(0), try $0.bool(1)] }
            #expect(recent == [[true, true]])
        }
    }

    @Test func neitherRowIsWrittenWithoutTheOtherAndNoneIsForgotten() async throws {
        try await withRecorder { recorder, connection in
            try await connection.execute("ALTER TABLE system_status_history RENAME TO away")
            await #expect(throws: DatabaseError.self) { try await recorder.record(Self.beat(.ok, "First", after: 0)) }
            #expect(try await status(connection) == [])

            try await connection.execute("ALTER TABLE away RENAME TO system_status_history")
            try await recorder.record(Self.beat(.ok, "Second", after: 60))
            #expect(try await status(connection) == ["OK Second 2023-11-14 22:14:20"])
            let expected = ["OK First 2023-11-14 22:13:20", "OK Second 2023-11-14 22:14:20"]
            #expect(try await history(connection) == expected)
        }
    }

    @Test func beatThatTheDatabaseRefusesDoesNotSilenceTheService() async throws {
        try await withRecorder { recorder, connection in
            await recorder.add(Self.beat(.ok, "with a NUL \0", after: 0))
            try await recorder.record(Self.beat(.ok, "Fine", after: 60))
            #expect(try await history(connection) == ["OK Fine 2023-11-14 22:14:20"])
        }
    }

    @Test func serviceIsKnownWithItsInterval() async throws {
        try await withRecorder { recorder, connection in
            try await recorder.record(Self.beat(.ok, nil, after: 0))
            let intervals = try await connection.query(
                "SELECT heartbeat_seconds FROM factory.services WHERE name = 'tester'"
            ) { try $0.int(0) }
            #expect(intervals == [7])
        }
    }

    private static func beat(_ status: ServiceStatus, _ task: String?, after seconds: Int) -> Heartbeat {
        Heartbeat(service: "tester", status: status, task: task, time: noon.adding(seconds: seconds))
    }

    private func withRecorder(_ body: (HeartbeatRecorder, PostgresConnection) async throws -> Void) async throws {
        try await withScratchDatabase { scratch in
            let recorder = HeartbeatRecorder(
                database: Database(scratch.settings, applicationName: "test"),
                service: ServicesTable.upsert(name: "tester", heartbeatSeconds: 7, description: "tests"))
            try await body(recorder, try await scratch.connect())
        }
    }

    private func status(_ connection: PostgresConnection) async throws -> [String] {
        try await connection.query(
            "SELECT concat_ws(' ', status, coalesce(current_task, '-'), last_heartbeat) FROM system_status"
        ) { try $0.string(0) }
    }

    private func history(_ connection: PostgresConnection) async throws -> [String] {
        try await connection.query(
            """
            SELECT concat_ws(' ', status, coalesce(current_task, '-'), heartbeat_timestamp)
            FROM system_status_history ORDER BY heartbeat_timestamp
            """
        ) { try $0.string(0) }
    }
}

extension HeartbeatRecorder {
    fileprivate func record(_ beat: Heartbeat) async throws {
        add(beat)
        try await flush()
    }
}
