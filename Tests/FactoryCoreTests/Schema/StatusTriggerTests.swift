import FactoryCore
import TestSupport
import Testing

@Suite("The database keeps the times of system_status")
struct StatusTriggerTests {
    @Test("An update that says nothing about the heartbeat is one")
    func silentUpdate() async throws {
        #expect(try await times(after: "UPDATE system_status SET status = 'WARNING'") == ["now now"])
    }

    @Test("A heartbeat that brings its time keeps it")
    func explicitTime() async throws {
        #expect(
            try await times(after: "UPDATE system_status SET last_heartbeat = '2020-01-01 00:01'")
                == ["2020-01-01 00:01:00 now"])
    }

    @Test("A heartbeat that arrives after a later one changes nothing")
    func lateUpsert() async throws {
        let late: SQL = """
            INSERT INTO system_status (service_name, last_heartbeat) VALUES ('librarian', '2019-12-31')
            ON CONFLICT (service_name) DO UPDATE SET last_heartbeat = excluded.last_heartbeat
            WHERE system_status.last_heartbeat < excluded.last_heartbeat
            """
        #expect(try await times(after: late) == ["2020-01-01 00:00:00 2020-01-01 00:00:00"])
    }

    /// The two times of a row from the first of January 2020 after `statement`; `now` stands for the time of that.
    private func times(after statement: SQL) async throws -> [String] {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            try await connection.execute(
                """
                INSERT INTO system_status (service_name, last_heartbeat, updated_at)
                VALUES ('librarian', '2020-01-01', '2020-01-01')
                """)
            var times: [String] = []
            try await connection.transaction([
                statement,
                """
                SELECT CASE last_heartbeat WHEN now() THEN 'now' ELSE last_heartbeat::text END || ' '
                    || CASE updated_at WHEN now() THEN 'now' ELSE updated_at::text END
                FROM system_status
                """,
            ]) { index, row in
                if index == 1 { times.append(try row.string(0)) }
            }
            return times
        }
    }
}
