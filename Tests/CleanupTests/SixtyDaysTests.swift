import FactoryCore
import TestSupport
import Testing

/// As much as eight services say in sixty days, a heartbeat a minute, and a fifth of that too old.
@Suite("Sixty days of heartbeats")
struct SixtyDaysTests {
    private static let services = 8
    private static let minutes = 60 * 24 * 60
    private static let oldMinutes = minutes / 5

    @Test("exactly the old ones go, while heartbeats are written")
    func run() async throws {
        try await withScratchDatabase { database in
            let site = try await Site(database)
            try await Self.fill(site)
            let writer = try await database.connect()
            try await withRunning(.built("cleanup"), ["--json"], environment: database.environment) { cleanup in
                var written = 0
                while await !cleanup.hasEnded() {
                    written += try await Self.beat(writer, number: written)
                    try await Task.sleep(for: .milliseconds(20))
                }
                let run = try await cleanup.end(within: .seconds(300))
                print("Sixty days: \(written) heartbeats meanwhile, \(run.standardOutput)")
                #expect(run.exitCode == 0 && run.standardError == "" && written > 0)
                #expect(run.standardOutput.hasPrefix(#"{"deleted":\#(Self.services * Self.oldMinutes),"kept":"#))
                try await Self.check(site, written: written)
            }
            let plan = try await site.connection.query(
                "SELECT count(*) FROM pg_stat_user_tables WHERE relname = 'system_status_history' AND analyze_count > 0"
            ) { try $0.int(0) }
            #expect(plan == [1], "the planner was told")
        }
    }

    /// Each service's heartbeats reach from five minutes ago to beyond the cutoff; none is near it, since time goes on.
    private static func fill(_ site: Site) async throws {
        try await site.connection.execute(
            """
            INSERT INTO system_status_history (service_name, status, heartbeat_timestamp)
            SELECT 'service ' || service, 'OK', now()::timestamp - interval '5 minutes'
                - (CASE WHEN minute > \(minutes)::integer THEN interval '1 day' ELSE interval '0' END)
                - (minute - 1) * interval '59.9 seconds'
            FROM generate_series(1, \(services)::integer) AS service,
                generate_series(1, \(minutes + oldMinutes)::integer) AS minute
            """)
    }

    private static func beat(_ writer: PostgresConnection, number: Int) async throws -> Int {
        try await writer.execute(
            """
            INSERT INTO system_status_history (service_name, status, current_task, heartbeat_timestamp)
            VALUES ('service ' || \(number % services + 1)::integer, 'OK', 'meanwhile', now())
            """)
    }

    private static func check(_ site: Site, written: Int) async throws {
        let counts = try await site.connection.query(
            """
            SELECT count(*) FILTER (WHERE current_task IS NULL), count(*) FILTER (WHERE current_task = 'meanwhile'),
                count(*) FILTER (WHERE heartbeat_timestamp < now() - interval '60 days')
            FROM system_status_history WHERE service_name LIKE 'service %'
            """
        ) { [try $0.int(0), try $0.int(1), try $0.int(2)] }
        #expect(counts == [[services * minutes, written, 0]])
    }
}
