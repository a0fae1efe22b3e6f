import Logging
import TestSupport
import Testing

@testable import FactoryCore

@Suite("The engine of workers")
struct WorkerEngineTests {
    /// Lends a database in which assets wait, named by their numbers.
    private func withAssets(
        _ count: Int, _ body: (ScratchDatabase, PostgresConnection) async throws -> Void
    ) async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            try await connection.execute("CREATE TABLE factory.toys (path text PRIMARY KEY, works integer NOT NULL)")
            try await connection.execute(
                "INSERT INTO factory.toys SELECT number::text, 0 FROM generate_series(1, \(count)::integer) AS number")
            try await connection.execute(
                """
                INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes, ingested_at)
                SELECT encode(sha256(number::text::bytea), 'hex'), 'x', 'x', number::text, 1,
                    timestamp '2026-01-01' + make_interval(secs => number)
                FROM generate_series(1, \(count)::integer) AS number
                """)
            try await body(database, connection)
        }
    }

    private func engine<Worker: AssetWorker>(
        _ worker: Worker, _ database: ScratchDatabase, replica: String = "one", lease: Duration = .seconds(60),
        board: WorkBoard = WorkBoard(clock: SystemClock()), stop: StopSignal = StopSignal()
    ) -> WorkerEngine<Worker> {
        WorkerEngine(
            worker, settings: WorkerSettings(replica: replica, width: 4, lease: lease, pause: .milliseconds(50)),
            database: Database(database.settings, applicationName: "toy"), board: board, clock: SystemClock(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, stop: stop)
    }

    private func count(_ what: SQL, _ connection: PostgresConnection) async throws -> Int {
        try await connection.query(what) { try $0.int(0) }.first ?? -1
    }

    private let waiting: SQL = "SELECT count(*) FROM media_assets WHERE NOT is_thumbnailed"
    private let claims: SQL = "SELECT count(*) FROM factory.claims"
    private let oftener: SQL = "SELECT count(*) FROM factory.toys WHERE works <> 1"

    @Test("does the work with each asset once, however many replicas there are")
    func replicas() async throws {
        try await withAssets(500) { database, connection in
            let workers = [ToyWorker(), ToyWorker(), ToyWorker()]
            let tallies = try await withThrowingTaskGroup(of: WorkTally.self) { group in
                for (number, worker) in workers.enumerated() {
                    group.addTask { try await engine(worker, database, replica: "\(number)").runOnce() }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(tallies.reduce(0) { $0 + $1.done } == 500 && tallies.allSatisfy { $0.failed == 0 && $0.lost == 0 })
            let worked = workers.flatMap(\.worked)
            #expect(worked.count == 500 && Set(worked).count == 500)
            #expect(try await count(waiting, connection) == 0)
            #expect(try await count(claims, connection) == 0)
            #expect(try await count(oftener, connection) == 0)
            #expect(
                try await count("SELECT count(*) FROM media_assets WHERE thumbnailed_at IS NULL", connection) == 0)
        }
    }

    @Test("goes on with what replicas had in hand that were killed, and counts each asset once")
    func killed() async throws {
        try await withAssets(200) { database, connection in
            for number in 0..<6 {
                let worker = ToyWorker { _ in try await Task.sleep(for: .milliseconds(10)) }
                let task = Task {
                    try await engine(worker, database, replica: "dead \(number)", lease: .seconds(1)).run()
                }
                try await Task.sleep(for: .milliseconds(150))
                // Its connection is cut as well: it cannot tidy up.
                try await connection.execute(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """)
                task.cancel()
                _ = await task.result
            }
            try await eventually("all are done") {
                _ = try await engine(ToyWorker(), database, replica: "alive").runOnce()
                return try await count(waiting, connection) == 0
            }
            #expect(try await count(oftener, connection) == 0)
        }
    }

    @Test("leaves alone what another replica has in hand")
    func claimed() async throws {
        try await withAssets(10) { database, connection in
            try await connection.execute(
                """
                INSERT INTO factory.claims (stage, asset_id, claimed_by, expires_at)
                SELECT 'toy', id, 'another', now() + interval '1 hour' FROM media_assets WHERE final_path::integer <= 4
                """)
            let worker = ToyWorker()
            #expect(try await engine(worker, database).runOnce() == WorkTally(done: 6))
            #expect(Set(worker.worked) == Set((5...10).map(String.init)))
        }
    }

    @Test("goes on past an asset that fails, says so at the asset, tries it again, and takes that back")
    func failing() async throws {
        try await withAssets(10) { database, connection in
            try await connection.execute(
                "UPDATE media_assets SET has_errors = TRUE, error_message = 'it is cut off' WHERE final_path = '3'")
            let worker = ToyWorker { if $0.finalPath == "3" { throw WorkFailure("no picture\nin it") } }
            #expect(try await engine(worker, database).runOnce() == WorkTally(done: 9, failed: 1))
            #expect(try await engine(worker, database).runOnce() == WorkTally())
            let told: SQL = "SELECT error_message FROM media_assets WHERE final_path = '3' AND has_errors"
            #expect(try await connection.query(told) { try $0.string(0) } == ["it is cut off\ntoy: no picture in it"])
            let record: SQL = """
                SELECT concat_ws('|', status, severity, retry_count, from_state, to_state, next_retry_at > now())
                FROM factory.failure_records
                """
            #expect(
                try await connection.query(record) { try $0.string(0) }
                    == ["OPEN|ERROR|1|is_thumbnailed = false|is_thumbnailed = true|t"])

            try await connection.execute(FailureRecordsTable.retry(worker.stage))
            #expect(try await engine(ToyWorker(), database).runOnce() == WorkTally(done: 1))
            #expect(try await connection.query(told) { try $0.string(0) } == ["it is cut off"])
            #expect(
                try await count("SELECT count(*) FROM factory.failure_records WHERE status = 'RESOLVED'", connection)
                    == 1)
            #expect(try await count("SELECT count(*) FROM factory.audit_logs", connection) == 1)
        }
    }

    @Test("leaves to its successor what it was too slow with, and writes nothing over it")
    func lost() async throws {
        try await withAssets(1) { database, connection in
            let (begun, go) = (Bell(), Bell())
            let slow = ToyWorker { _ in
                begun.ring()
                await go.wait(for: .seconds(60))
            }
            async let late = engine(slow, database, lease: .seconds(3)).runOnce()
            await begun.wait(for: .seconds(60))
            // As if it had not been heard of for longer than its claim lasts.
            try await connection.execute("UPDATE factory.claims SET claimed_by = 'nobody', expires_at = now()")
            try await Task.sleep(for: .seconds(2))
            #expect(try await engine(ToyWorker(), database, replica: "two").runOnce() == WorkTally(done: 1))
            go.ring()
            let tally = try await late
            #expect(tally == WorkTally(lost: 1))
            #expect(try await count(oftener, connection) == 0)
        }
    }

    @Test("does not turn round and round with what is only given back")
    func givenBack() async throws {
        let worker = ToyWorker { _ in throw CancellationError() }
        try await withAssets(20) { database, connection in
            let tally = try await engine(worker, database).runOnce()
            #expect(tally == WorkTally() && worker.worked.count == 20)
            #expect(try await count(claims, connection) == 0)
            #expect(try await count(waiting, connection) == 20)
        }
    }

    @Test("gives up what will not pass, until somebody asks for it")
    func givenUp() async throws {
        try await withAssets(2) { database, connection in
            let board = WorkBoard(clock: SystemClock())
            let worker = ToyWorker { if $0.finalPath == "1" { throw WorkFailure("it is a bomb", isPassing: false) } }
            _ = try await engine(worker, database, board: board).runOnce()
            #expect(board.health(interval: .seconds(60)).status == .warning)
            let patient = WorkBoard(clock: SystemClock(), warnsOfGivenUp: false)
            #expect(try await engine(worker, database, board: patient).runOnce() == WorkTally())
            let health = patient.health(interval: .seconds(60))
            #expect(health.status == .ok && health.task.contains("failed with 1, 1 of them given up"))
            patient.change { $0.tally = WorkTally(done: 9, failed: 10) }
            #expect(patient.health(interval: .seconds(60)).status == .warning)
            patient.change { $0.tally = WorkTally(done: 10, failed: 10) }
            #expect(patient.health(interval: .seconds(60)).status == .ok)
            #expect(
                try await count("SELECT count(*) FROM factory.failure_records WHERE status = 'GIVEN UP'", connection)
                    == 1)
            try await connection.execute(FailureRecordsTable.retry(worker.stage))
            #expect(try await engine(ToyWorker(), database).runOnce() == WorkTally(done: 1))
        }
    }

    @Test("does not let an asset whose outcome the database refuses hold up the others")
    func refused() async throws {
        try await withAssets(20) { database, connection in
            try await connection.execute("ALTER TABLE factory.toys ADD CHECK (path <> '7' OR works = 0)")
            #expect(try await engine(ToyWorker(), database).runOnce() == WorkTally(done: 19, failed: 1))
            #expect(try await count(waiting, connection) == 1)
        }
    }

    @Test("gives a whole batch at once to a worker that takes it, and knows what became of each")
    func batches() async throws {
        try await withAssets(20) { database, connection in
            try await connection.execute("ALTER TABLE factory.toys ADD CHECK (path <> '7' OR works = 0)")
            let worker = ToyBatchWorker { paths in
                paths.map { path -> Result<Void, any Error> in
                    switch path {
                    case "2": .failure(WorkFailure("no picture in it"))
                    case "3": .failure(CancellationError())
                    default: .success(())
                    }
                }
            }
            let board = WorkBoard(clock: SystemClock())
            let stop = StopSignal()
            let task = Task { try await engine(worker, database, board: board, stop: stop).run() }
            try await eventually("all had their turn") { board.current.tally == WorkTally(done: 17, failed: 2) }
            stop.set()
            try await task.value
            #expect(worker.batches.allSatisfy { $0 <= 32 } && worker.batches[0] == 20)
            #expect(try await count(waiting, connection) == 3)
            #expect(try await count("SELECT count(*) FROM factory.toys WHERE works = 1", connection) == 17)
            #expect(try await count("SELECT count(*) FROM factory.failure_records", connection) == 2)
            #expect(try await count(claims, connection) == 0)
        }
    }

    @Test("gives back what such a worker did not get to")
    func shortBatches() async throws {
        try await withAssets(20) { database, connection in
            let worker = ToyBatchWorker { $0.prefix(6).map { _ in .success(()) } }
            let tally = try await engine(worker, database).runOnce()
            #expect(tally == WorkTally(done: 20))
            #expect(worker.batches == [20, 14, 8, 2])
            #expect(try await count(oftener, connection) == 0)
            #expect(try await count(claims, connection) == 0)
        }
    }

    @Test("waits for a database that is away, and stops when it is told to")
    func outage() async throws {
        try await withAssets(100) { database, connection in
            let (board, stop) = (WorkBoard(clock: SystemClock()), StopSignal())
            let worker = ToyWorker { _ in try await Task.sleep(for: .milliseconds(20)) }
            let task = Task { try await engine(worker, database, board: board, stop: stop).run() }
            try await eventually("it works") { board.current.tally.done > 0 }
            try await database.close()
            try await eventually("it says so") { board.current.obstacle != nil }
            try await database.open()
            let again = try await database.connect()
            try await eventually("all are done") { try await count(waiting, again) == 0 }
            stop.set()
            try await task.value
            #expect(try await count(oftener, again) == 0)
            #expect(try await count(claims, again) == 0)
        }
    }
}
