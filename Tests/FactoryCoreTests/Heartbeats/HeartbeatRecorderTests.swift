import TestSupport
import Testing

@testable import FactoryCore

@Suite("The recorder of heartbeats")
struct HeartbeatRecorderTests {
    @Test("writes all that waits, however many")
    func many() async throws {
        try await withRecorder { recorder, scratch in
            for minute in 0..<450 { await recorder.add(Self.beat(minute)) }
            try await recorder.flush()
            try await recorder.flush()
            let tables = HeartbeatTables(connection: try await scratch.connect())
            let expected = (0..<450).map { "OK \(SteppingClock.time($0).sqlText.dropLast(7)) Beat \($0)" }
            #expect(try await tables.history() == expected)
            #expect(try await tables.status() == expected.suffix(1))
        }
    }

    @Test("writes a heartbeat once, although the answer to its commit was lost")
    func lostAnswer() async throws {
        try await withRecorder { recorder, scratch in
            let connection = try await scratch.connect()
            try await connection.execute(unsafeScript: Self.slowCommit)
            await recorder.add(Self.beat(0))
            let interrupted = Task { try await recorder.flush() }
            try await eventually("the server is at the commit") {
                try await connection.query(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'"
                ) { try $0.int(0) } == [1]
            }
            interrupted.cancel()
            await #expect(throws: CancellationError.self) { try await interrupted.value }

            // Waits for the commit that nobody waits for any more.
            try await connection.execute("DROP TRIGGER slow ON system_status_history")
            let tables = HeartbeatTables(connection: connection)
            #expect(try await tables.history().count == 1)
            await recorder.add(Self.beat(1))
            try await recorder.flush()
            #expect(try await tables.history() == ["OK 2023-11-14 22:13:20 Beat 0", "OK 2023-11-14 22:14:20 Beat 1"])
        }
    }

    @Test("corrects the interval of a service that is known already")
    func interval() async throws {
        try await withRecorder { recorder, scratch in
            let connection = try await scratch.connect()
            try await connection.execute(
                "INSERT INTO factory.services (name, heartbeat_seconds, description) VALUES ('tester', 5, 'mine')")
            try await recorder.flush()
            #expect(try await HeartbeatTables(connection: connection).services() == ["tester 7 mine"])
        }
    }

    private static let slowCommit = """
        CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(2); RETURN NULL; END';
        CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON system_status_history
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow();
        """

    private static func beat(_ minute: Int) -> Heartbeat {
        Heartbeat(service: "tester", status: .ok, task: "Beat \(minute)", time: SteppingClock.time(minute))
    }

    private func withRecorder(_ body: (HeartbeatRecorder, ScratchDatabase) async throws -> Void) async throws {
        try await withScratchDatabase { scratch in
            let recorder = HeartbeatRecorder(
                database: Database(scratch.settings, applicationName: "test"),
                service: ServicesTable.upsert(name: "tester", heartbeatSeconds: 7, description: "tests"))
            try await body(recorder, scratch)
        }
    }
}
