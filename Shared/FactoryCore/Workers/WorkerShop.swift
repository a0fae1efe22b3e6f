import Logging
import ServiceLifecycle

/// All that is around a worker in a process of its own.
struct WorkerShop<Worker: WorkerProgram>: Sendable {
    private let worker: Worker
    private let settings: WorkerProgramSettings
    private let database: Database
    private let board: WorkBoard
    private let logger: Logger
    private let clock: any WallClock
    private let stop: StopSignal

    init(
        _ worker: Worker, _ settings: WorkerProgramSettings, logger: Logger, clock: any WallClock,
        stop: StopSignal = StopSignal()
    ) {
        (self.worker, self.settings, self.logger, self.clock, self.stop) = (worker, settings, logger, clock, stop)
        board = WorkBoard(clock: clock, warnsOfGivenUp: Worker.warnsOfGivenUp)
        database = Database(settings.factory.database, applicationName: settings.heartbeatName)
    }

    private var engine: WorkerEngine<Worker> {
        WorkerEngine(
            worker, settings: settings.engine, database: database, board: board, clock: clock, logger: logger,
            stop: stop)
    }

    /// In the order in which they start; they stop in the reverse order.
    var services: [any Service] {
        let heartbeat = HeartbeatService(
            name: settings.heartbeatName, description: Worker.purpose, interval: settings.heartbeat,
            database: Database(settings.factory.database, applicationName: "\(settings.heartbeatName) heartbeat"),
            folder: settings.factory.health, clock: clock, logger: logger
        ) { [worker, board, interval = settings.heartbeat] in
            await worker.health(board.health(interval: interval))
        }
        let work = WorkerService(engine: engine, database: database, board: board, logger: logger, stop: stop)
        return [heartbeat] + worker.companions + [work]
    }

    /// - Throws: `SchemaError`, `DatabaseError`.
    func runOnce() async throws -> WorkReport {
        let begin = ContinuousClock.now
        let total = try await database.use { connection in
            try await Migrator(connection: connection).verify()
            guard ProgressBar.isTerminal else { return 0 }
            return try await connection.query(ClaimsTable.waiting(Worker.stage)) { try $0.int(0) }.first ?? 0
        }
        let tally = try await stop.whileTrapping {
            try await ProgressBar.whileDrawing({ board.current.tally.reading(of: total) }) {
                try await engine.runOnce()
            }
        }
        return WorkReport(tally: tally, wasStopped: stop.isSet, duration: .now - begin)
    }
}
