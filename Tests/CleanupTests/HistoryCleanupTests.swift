import FactoryCore
import TestSupport
import Testing

@testable import cleanup

@Suite("Cleaning up")
struct HistoryCleanupTests {
    private static let day = 86_400

    @Test("what is older than the cutoff goes, what is from that very second stays")
    func boundary() async throws {
        try await withScratchDatabase { database in
            let site = try await Site(database)
            for age in [60 * Self.day + 1, 60 * Self.day, 60 * Self.day - 1, 5] {
                try await site.beat("librarian", before: .seconds(age))
            }
            try await site.beat("librarian", before: .seconds(60 * Self.day) + .microseconds(1))
            let report = try await site.cleanup().run()
            #expect(report.deleted == 2 && report.kept == 3 && report.outcome == .done)
            #expect(try await site.ages("librarian") == [5, 60 * Self.day - 1, 60 * Self.day])
            #expect(
                try await site.heartbeat()
                    == ["OK: 2 heartbeats from before 2026-09-29 00:00:00 UTC removed, 3 kept"])
        }
    }

    @Test("the newest heartbeat of each service stays, however old it is")
    func newest() async throws {
        try await withScratchDatabase { database in
            let site = try await Site(database)
            for service in ["alone", "librarian", "z'quoted"] {
                for days in [100, 200, 300] { try await site.beat(service, before: .seconds(days * Self.day)) }
            }
            // Two of one moment: one of them is the newest.
            try await site.beat("alone", before: .seconds(100 * Self.day))
            let report = try await site.cleanup(batch: 1).run()
            #expect(report.deleted == 7 && report.kept == 3)
            for service in ["alone", "librarian", "z'quoted"] {
                #expect(try await site.ages(service) == [100 * Self.day])
            }
            #expect(try await site.cleanup().run().deleted == 0)
        }
    }

    @Test("an empty table is clean")
    func empty() async throws {
        try await withScratchDatabase { database in
            let report = try await Site(database).cleanup().run()
            #expect(report.deleted == 0 && report.kept == 0)
        }
    }

    @Test("no batch is larger than it may be, and each is a transaction of its own")
    func batches() async throws {
        try await withScratchDatabase { database in
            let site = try await Site(database)
            try await site.oldBeats("librarian", count: 250)
            try await site.oldBeats("syncthing", count: 31)
            try await site.connection.execute(unsafeScript: Self.batchLog)
            #expect(try await site.cleanup(batch: 30).run().deleted == 279)
            let sizes = try await site.connection.query(
                "SELECT sum(size) FROM batches GROUP BY transaction ORDER BY min(id)"
            ) { try $0.int(0) }
            #expect(sizes.max() == 30 && sizes.reduce(0, +) == 279)
        }
    }

    @Test("a dry run counts, and changes nothing")
    func preview() async throws {
        try await withScratchDatabase { database in
            let site = try await Site(database)
            try await site.oldBeats("librarian", count: 10)
            let report = try await site.cleanup().preview()
            #expect(report.deleted == 9 && report.kept == 1 && !report.needsLook)
            #expect(try await site.ages("librarian").count == 10)
            #expect(try await site.heartbeat() == [])
        }
    }

    @Test("begins no batch once it was told to stop, and says so")
    func stopped() async throws {
        try await withScratchDatabase { database in
            let site = try await Site(database)
            try await site.oldBeats("librarian", count: 10)
            let stop = StopSignal()
            stop.set()
            let report = try await site.cleanup(stop: stop).run()
            #expect(report.outcome == .stopped && report.needsLook && report.deleted == 0 && report.kept == 10)
            let heartbeat = try await site.heartbeat().first ?? ""
            #expect(heartbeat.hasPrefix("WARNING: stopped before the end: 0 heartbeats"))
        }
    }

    @Test("what fails is told by the heartbeat")
    func failure() async throws {
        try await withScratchDatabase { database in
            let site = try await Site(database)
            try await site.oldBeats("librarian", count: 10)
            try await site.connection.execute(unsafeScript: Self.refusal)
            await #expect(throws: HistoryError.self) { try await site.cleanup().run() }
            let heartbeat = try await site.heartbeat().first ?? ""
            #expect(heartbeat.hasPrefix("ERROR: failed after 0 old heartbeats had been removed"))
            #expect(heartbeat.contains("not today"))
        }
    }

    @Test("a database of an older schema is left alone")
    func olderSchema() async throws {
        try await withEmptyDatabase { database in
            let connection = try await database.connect()
            try await Migrator(connection: connection, migrations: Array(Migration.all.dropLast())).migrate()
            let site = try await Site(database)
            try await site.oldBeats("librarian", count: 10)
            await #expect(throws: SchemaError.self) { try await site.cleanup().run() }
            #expect(try await site.ages("librarian").count == 10)
        }
    }

    private static let batchLog = """
        CREATE TABLE batches (id serial, transaction bigint, size integer);
        CREATE FUNCTION log_batch() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO batches (transaction, size) SELECT txid_current(), count(*) FROM gone;
            RETURN NULL;
        END $$;
        CREATE TRIGGER log_batch AFTER DELETE ON system_status_history REFERENCING OLD TABLE AS gone
            FOR EACH STATEMENT EXECUTE FUNCTION log_batch();
        """

    private static let refusal = """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not today'; END $$;
        CREATE TRIGGER refuse BEFORE DELETE ON system_status_history
            FOR EACH ROW EXECUTE FUNCTION refuse();
        """
}
