import FactoryCore
import TestSupport
import Testing

/// The cleanup does all of its work under its own role.
struct CleanupRoleTests {
    private func cleanup(_ factory: Installation, _ arguments: [String]) async throws -> ProgramRun {
        try await ProgramRun.run(.built("cleanup"), arguments, environment: factory.environment, in: factory.root)
    }

    @Test func oldHeartbeatsGoThePlannerIsToldAndOriginalsAreLookedAt() async throws {
        try await withRoleFactory { roles in
            let librarian = try roles.installation(.librarian)
            try librarian.inbox.write(SamplePhoto("1", taken: "2024:03:09 12:00:00").bytes(), to: "IMG_1.jpg")
            try librarian.inbox.write(Array("<plist version='1.0'><dict/></plist>".utf8), to: "IMG_1.AAE")
            #expect(try await librarian.ingest().counts.filed == 2)
            try await librarian.change(
                """
                INSERT INTO system_status_history (service_name, status, heartbeat_timestamp)
                SELECT 'librarian', 'OK', '2020-01-01'::timestamp + n * interval '1 minute' FROM generate_series(1, 20000) AS n
                """)
            let factory = try roles.installation(.cleanup)
            let preview = try await cleanup(factory, ["--dry-run"])
            #expect(preview.exitCode == 0 && preview.standardOutput.hasPrefix("19999 heartbeats"), "\(preview)")

            let run = try await cleanup(factory, ["--report", "--json"])

            #expect(run.exitCode == 0 && run.standardError == "", "\(run.standardError)")
            #expect(run.standardOutput.hasPrefix(#"{"deleted":19999,"kept":1,"#), "\(run.standardOutput)")
            #expect(run.standardOutput.contains(#""unknown":0,"gone":0"#))
            #expect(try await factory.heartbeat(of: "cleanup").hasPrefix("OK 19999 heartbeats"))
            #expect(
                try await factory.database.connect().query(
                    "SELECT reltuples::bigint FROM pg_class WHERE oid = 'public.system_status_history'::regclass"
                ) { try $0.int(0) } == [1], "the planner was not told")
        }
    }
}
