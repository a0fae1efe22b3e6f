import ArgumentParser
import Logging
import ServiceLifecycle
import TestSupport
import Testing

@testable import FactoryCore

@Suite("A worker with an executable of its own")
struct WorkerProgramTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func settings(_ environment: [String: String]) throws -> WorkerProgramSettings {
        try WorkerProgramSettings(
            Settings(flags: [:], environment: environment), service: "geocoder", usual: ToyProgram.usual)
    }

    private func shop(_ environment: [String: String]) throws -> WorkerShop<ToyProgram> {
        let common = try settings(environment)
        let start = WorkerStart(
            settings: Settings(flags: [:], environment: environment), common: common, logger: logger,
            clock: SystemClock())
        return WorkerShop(try ToyProgram(start), common, logger: logger, clock: SystemClock())
    }

    /// Lends a database with assets that have a place, of so many bytes.
    private func withAssets(
        _ sizes: [Int], _ body: (ScratchDatabase, PostgresConnection) async throws -> Void
    ) async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            for size in sizes {
                try await connection.execute(
                    """
                    INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes, location)
                    VALUES (encode(sha256(\(String(size))::text::bytea), 'hex'), 'x', 'x', 'x', \(size)::bigint,
                        '{"lat": 1, "lon": 2}')
                    """)
            }
            try await body(database, connection)
        }
    }

    @Test("does what waits once, says what came of it, and lets it be tried again")
    func once() async throws {
        try await withAssets([1, 13, 20]) { database, connection in
            let report = try await shop(database.environment).runOnce()
            #expect(report.tally == WorkTally(done: 2, failed: 1) && report.needsLook)
            #expect(report.json.hasPrefix(#"{"done":2,"failed":1,"lost":0,"stopped":false,"seconds":"#))
            #expect(report.sentence.hasPrefix("2 done, 1 failed ("))
            #expect(try await shop(database.environment).runOnce().tally == WorkTally())

            #expect(try await connection.execute(FailureRecordsTable.retry(ToyProgram.stage)) == 1)
            #expect(try await shop(database.environment).runOnce().tally == WorkTally(failed: 1))
        }
    }

    @Test("as a service waits for the schema, works, reports, and stops")
    func service() async throws {
        try await withAssets([1, 2]) { database, connection in
            let version = Migration.all.count
            try await connection.execute("DELETE FROM factory.schema_migrations WHERE version = \(version)::integer")
            let services = try shop(database.environment.merging(["HEARTBEAT_SECONDS": "1"]) { $1 }).services
            let group = ServiceGroup(services: services, logger: logger)
            let run = Task { try await group.run() }
            let said: SQL = """
                SELECT current_task FROM system_status
                WHERE service_name = 'geocoder' AND status = 'WARNING' AND current_task LIKE '%migrations have not run%'
                """
            try await eventually("it says what it waits for") {
                try await connection.query(said) { try $0.string(0) }.count == 1
            }
            let migration = try #require(Migration.all.last)
            try await connection.execute(
                SchemaMigrationsTable.insert(
                    version: migration.version, name: migration.name, checksum: try migration.checksum()))
            try await eventually("all are done") {
                try await connection.query("SELECT count(*) FROM media_assets WHERE is_geocoded") { try $0.int(0) }
                    == [2]
            }
            await group.triggerGracefulShutdown()
            try await run.value
            let last: SQL = "SELECT current_task FROM system_status WHERE service_name = 'geocoder'"
            #expect(try await connection.query(last) { try $0.string(0) } == ["Stopped"])
        }
    }

    @Test("has settings of its own, and reports beside its replicas when it has an id")
    func settings() throws {
        let usual = try settings([:])
        #expect(usual.heartbeatName == "geocoder" && usual.nice == 10 && usual.engine.quietHours == nil)
        #expect(usual.engine.width == ToyProgram.usual.width && usual.engine.batch == ToyProgram.usual.batch)
        let own = try settings([
            "WORKER_ID": "attic", "WORKER_WIDTH": "3", "WORKER_BATCH": "30", "WORKER_QUIET_HOURS": "08:00-23:00",
            "WORKER_NICE": "0", "WORKER_LEASE_SECONDS": "7",
        ])
        #expect(own.heartbeatName == "geocoder@attic" && own.nice == 0 && own.engine.quietHours != nil)
        #expect(own.engine.lease == .seconds(7) && own.engine.width == 3 && own.engine.batch == 30)
        #expect(try settings([:]).engine.replica != usual.engine.replica)
    }

    @Test(
        "names the key of a value that cannot be used",
        arguments: [
            ("WORKER_ID", "a@b"), ("WORKER_WIDTH", "0"), ("WORKER_BATCH", "many"), ("WORKER_LEASE_SECONDS", "2"),
            ("WORKER_QUIET_HOURS", "8-23"),
            ("WORKER_NICE", "20"),
        ])
    func refused(key: String, value: String) throws {
        let error = #expect(throws: SettingsError.self) { try settings([key: value]) }
        #expect(error.map { "\($0)" }?.hasPrefix("\(key) is '\(value)'") == true)
    }

    @Test("asks for an id that can be one")
    func retryArguments() throws {
        #expect(throws: (any Error).self) { try WorkerRetryCommand<ToyProgram>.parse(["all"]) }
        let command = try WorkerRetryCommand<ToyProgram>.parse(["01234567-89ab-cdef-0123-456789abcdef"])
        #expect(command.asset == "01234567-89ab-cdef-0123-456789abcdef")
        #expect(throws: (any Error).self) { try WorkerRunCommand<ToyProgram>.parse(["--json"]) }
    }
}
