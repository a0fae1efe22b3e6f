import FactoryCore
import TestSupport
import Testing

/// The real program.
@Suite("The cleanup")
struct CleanupRunTests {
    @Test("removes, prints one object, and reports")
    func run() async throws {
        try await withScratchDatabase { database in
            let site = try await Site(database)
            try await site.oldBeats("librarian", count: 20)
            let preview = try await ProgramRun.run(
                .built("cleanup"), ["--dry-run", "--json"], environment: database.environment)
            #expect(preview.exitCode == 0 && preview.standardOutput.hasPrefix(#"{"deleted":19,"kept":1,"cutoff":"#))
            #expect(try await site.heartbeat() == [])
            let run = try await ProgramRun.run(.built("cleanup"), ["--json"], environment: database.environment)
            #expect(run.exitCode == 0 && run.standardError == "")
            #expect(run.standardOutput.hasPrefix(#"{"deleted":19,"kept":1,"cutoff":"#))
            #expect(run.standardOutput.hasSuffix("}\n") && run.standardOutput.split(separator: "\n").count == 1)
            #expect(try await site.heartbeat().first?.hasPrefix("OK: 19 heartbeats from before") == true)
        }
    }

    @Test("also removes old entries of the audit log, by a number of days of their own")
    func audit() async throws {
        try await withScratchDatabase { database in
            let site = try await Site(database)
            try await site.connection.execute(
                """
                INSERT INTO factory.audit_logs (service, action, duration_ms, status, occurred_at)
                SELECT 'toy', 'work', 1, 'FAILED', now() - make_interval(days => day, mins => -1) FROM generate_series(1, 20) AS day
                """)
            let environment = database.environment.merging(["AUDIT_RETENTION_DAYS": "5"]) { $1 }
            let preview = try await ProgramRun.run(
                .built("cleanup"), ["--dry-run", "--json"], environment: environment)
            let run = try await ProgramRun.run(.built("cleanup"), ["--json"], environment: environment)
            #expect(preview.standardOutput.contains(#""audit_deleted":15,"#))
            #expect(run.exitCode == 0 && run.standardOutput.contains(#""audit_deleted":15,"#))
            let left = try await site.connection.query("SELECT count(*) FROM factory.audit_logs") { try $0.int(0) }
            #expect(left == [5])
        }
    }

    @Test("the flag wins over the environment")
    func flag() async throws {
        try await withScratchDatabase { database in
            let site = try await Site(database)
            try await site.oldBeats("librarian", count: 20)
            let run = try await ProgramRun.run(
                .built("cleanup"), ["--retention-days", "36500"],
                environment: database.environment.merging(["HISTORY_RETENTION_DAYS": "1"]) { $1 })
            #expect(run.exitCode == 0 && run.standardOutput.hasPrefix("0 heartbeats from before"))
        }
    }

    @Test("names the key of a number of days that cannot be meant", arguments: ["0", "36501", "sixty"])
    func badRetention(days: String) async throws {
        for (arguments, environment) in [([], ["HISTORY_RETENTION_DAYS": days]), (["--retention-days", days], [:])] {
            let run = try await ProgramRun.run(.built("cleanup"), arguments, environment: environment)
            #expect(run.exitCode == 2 && run.standardOutput == "")
            #expect(run.standardError.hasPrefix("cleanup: HISTORY_RETENTION_DAYS is '\(days)'"))
            #expect(run.standardError.split(separator: "\n").count == 1)
        }
        #expect(try await ProgramRun.run(.built("cleanup"), ["--never"]).exitCode == 64)
    }

    @Test("says in one sentence that there is no database")
    func noDatabase() async throws {
        try await withTemporaryFolder { folder in
            let run = try await ProgramRun.run(
                .built("cleanup"), ["--json"], environment: ["PGHOST": folder.path, "PGUSER": "nobody"])
            #expect(run.exitCode == 2 && run.standardOutput == "")
            #expect(run.standardError.hasPrefix("cleanup: ") && run.standardError.split(separator: "\n").count == 1)
        }
    }

    @Test("the second of two says that one is running, and leaves the table to it")
    func two() async throws {
        try await withScratchDatabase { database in
            let site = try await Site(database)
            try await site.oldBeats("librarian", count: 20)
            try await site.connection.execute(SystemStatusHistoryTable.tryCleanupLock)
            let second = try await ProgramRun.run(.built("cleanup"), ["--json"], environment: database.environment)
            #expect(second.exitCode == 0)
            #expect(second.standardOutput.hasPrefix(#"{"deleted":0,"kept":20,"cutoff":"#))
            #expect(second.standardOutput.hasSuffix(#","running":true}"# + "\n"))
            let third = try await ProgramRun.run(.built("cleanup"), environment: database.environment)
            #expect(third.exitCode == 0 && third.standardOutput.hasPrefix("another cleanup is running already"))
            #expect(try await site.heartbeat() == [])
        }
    }

    @Test("stops after the batch that it is at, says what it did, and goes on next time")
    func stopped() async throws {
        try await withScratchDatabase { database in
            let site = try await Site(database)
            try await site.oldBeats("librarian", count: 12_001)
            let holder = try await database.connect()
            try await holder.execute(unsafeScript: "BEGIN; LOCK TABLE system_status_history IN SHARE MODE")
            try await withRunning(.built("cleanup"), ["--json"], environment: database.environment) { cleanup in
                try await eventually("it waits for the table") {
                    try await site.connection.query(Self.waiters) { try $0.int(0) }.count == 1
                }
                await cleanup.terminate()
                try await Task.sleep(for: .milliseconds(300))
                try await holder.execute("COMMIT")
                let run = try await cleanup.end(within: .seconds(20))
                #expect(run.exitCode == 1)
                #expect(run.standardOutput.hasPrefix(#"{"deleted":5000,"kept":7001,"#))
            }
            #expect(try await site.heartbeat().first?.hasPrefix("WARNING: stopped before the end: 5000") == true)
            let next = try await ProgramRun.run(.built("cleanup"), ["--json"], environment: database.environment)
            #expect(next.exitCode == 0 && next.standardOutput.hasPrefix(#"{"deleted":7000,"kept":2,"#))
        }
    }

    /// The processes of the server that wait for the table of this database.
    private static let waiters: SQL = """
        SELECT pid FROM pg_locks WHERE NOT granted AND relation = 'system_status_history'::regclass
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """

    @Test("gives up on a table that somebody holds, and says so")
    func held() async throws {
        try await withScratchDatabase { database in
            let site = try await Site(database)
            try await site.oldBeats("librarian", count: 20)
            let holder = try await database.connect()
            try await holder.execute(unsafeScript: "BEGIN; LOCK TABLE system_status_history IN SHARE MODE")
            try await withRunning(.built("cleanup"), environment: database.environment) { cleanup in
                try await cleanup.waitForLog("is tried again")
                try await cleanup.waitForLog("failed after 0 old heartbeats")
                #expect(try await cleanup.end(within: .seconds(20)).exitCode == 2)
            }
            try await holder.execute("ROLLBACK")
            #expect(try await site.ages("librarian").count == 20)
        }
    }

    @Test("a connection that breaks half-way ends it, and the heartbeat says so over another one")
    func broken() async throws {
        try await withScratchDatabase { database in
            try await Site(database).oldBeats("librarian", count: 20)
            let holder = try await database.connect()
            try await holder.execute(unsafeScript: "BEGIN; LOCK TABLE system_status_history IN SHARE MODE")
            try await withRunning(.built("cleanup"), environment: database.environment) { cleanup in
                let site = try await Site(database)
                try await eventually("it waits for the table") {
                    try await site.connection.query(Self.waiters) { try $0.int(0) }.count == 1
                }
                // Only its own: if the holder went first, the table would be free for a moment. Its heartbeat, over
                // another connection, waits for the table as well.
                let first = try await site.connection.query(Self.waiters) { try $0.int(0) }
                try await site.connection.execute("SELECT pg_terminate_backend(\(first.first ?? 0)::integer)")
                try await eventually("its heartbeat waits for the table") {
                    let waiters = try await site.connection.query(Self.waiters) { try $0.int(0) }
                    return !waiters.isEmpty && waiters != first
                }
                try await holder.execute("ROLLBACK")
                let run = try await cleanup.end(within: .seconds(20))
                #expect(run.exitCode == 2 && run.standardOutput == "")
                #expect(run.standardError.contains("cleanup: failed after 0 old heartbeats had been removed: "))
            }
            let site = try await Site(database)
            #expect(try await site.heartbeat().first?.hasPrefix("ERROR: failed after 0 old heartbeats") == true)
            #expect(try await site.ages("librarian").count == 20)
        }
    }
}
