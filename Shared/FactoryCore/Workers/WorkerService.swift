import Logging
import ServiceLifecycle

/// Lets a worker work as long as the process runs, once the database has the schema that it needs.
struct WorkerService<Worker: AssetWorker>: Service {
    private static var retry: Duration { .seconds(2) }

    let engine: WorkerEngine<Worker>
    let database: Database
    let board: WorkBoard
    let logger: Logger
    let stop: StopSignal

    /// What is in hand is finished after a graceful stop.
    ///
    /// - Throws: `SchemaError`, `DatabaseError` that only a person can mend.
    func run() async throws {
        try await withGracefulShutdownHandler {
            do {
                guard try await awaitSchema() else { return }
                try await engine.run()
            } catch is CancellationError {
                // Claims that were not given back expire.
            }
        } onGracefulShutdown: {
            stop.set()
        }
    }

    /// - Returns: false when it was told to stop meanwhile.
    private func awaitSchema() async throws -> Bool {
        var isTold = false
        while !stop.isSet {
            do {
                try await database.use { try await Migrator(connection: $0).verify() }
                board.change { $0.obstacle = nil }
                return true
            } catch let error as SchemaError where error.isOlder {
                tell("\(error)", &isTold)
            } catch let error as DatabaseError where error.consequence == .retry {
                tell("the database cannot be used: \(error)", &isTold)
            }
            await stop.sleep(for: Self.retry)
        }
        return false
    }

    /// Once; the heartbeat goes on saying it.
    private func tell(_ obstacle: String, _ isTold: inout Bool) {
        if !isTold { logger.notice("waiting: \(obstacle)") }
        isTold = true
        board.change { $0.obstacle = obstacle }
    }
}

/// The service group writes down what it starts: without this all that a worker holds, byte by byte.
extension WorkerService: CustomStringConvertible {
    var description: String { "\(Worker.self)" }
}
