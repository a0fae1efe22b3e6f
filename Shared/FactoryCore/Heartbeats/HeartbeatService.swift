public import Logging
public import ServiceLifecycle

/// Reports a service's health at a steady interval, beside its work and over a connection of its own, so that neither
/// a long batch nor a slow query keeps the light from showing the truth.
public struct HeartbeatService: Service {
    private let name: String
    private let description: String
    private let interval: Duration
    private let recorder: HeartbeatRecorder
    private let clock: any WallClock
    private let logger: Logger
    private let health: @Sendable () async -> ServiceHealth

    /// - Parameters:
    ///   - name: the service's name in the tables.
    ///   - description: what the service is for, for the list of services.
    ///   - health: asked once per interval.
    public init(
        name: String, description: String, interval: Duration, database: Database, clock: any WallClock,
        logger: Logger, health: @escaping @Sendable () async -> ServiceHealth
    ) {
        self.name = name
        self.description = description
        self.interval = interval
        self.clock = clock
        self.logger = logger
        self.health = health
        recorder = HeartbeatRecorder(
            database: database,
            service: ServicesTable.upsert(
                name: name, heartbeatSeconds: max(1, Int(interval.components.seconds)), description: description))
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await beat(await health())
                try? await Task.sleep(for: interval)
            }
        }
        // The last word is said after the work has stopped looking, but before the process is gone.
        await beat(ServiceHealth(status: .ok, task: "Stopped"))
    }

    private func beat(_ health: ServiceHealth) async {
        let beat = Heartbeat(service: name, status: health.status, task: health.task, time: clock.now)
        do {
            try await recorder.record(beat)
        } catch is CancellationError {
            return
        } catch {
            logger.warning("the heartbeat is kept until the database answers: \(error)")
        }
    }
}
