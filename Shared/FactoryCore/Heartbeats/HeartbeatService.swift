public import Logging
public import ServiceLifecycle

/// Reports a service's health at a steady interval, beside its work and over a connection of its own, so that neither
/// a long batch nor a slow query keeps the light from showing the truth.
public struct HeartbeatService: Service {
    /// When heartbeats that could not be written are tried again.
    private static let retry: Duration = .seconds(2)

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

    /// Beats until a graceful stop or a cancellation, and says then that the service has stopped. Never throws: what goes
    /// wrong is logged, and tried again.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            var failures = 0
            while !Task.isCancelled {
                let next = ContinuousClock.now.advanced(by: interval)
                await recorder.add(beat(await health()))
                await write(until: next, failures: &failures)
                try? await Task.sleep(until: next, clock: .continuous)
            }
        }
        // A service that crashed takes the others with it: its light has to turn.
        guard !Task.isCancelled else { return }
        // The last word is said after the work has ended, but before the process is gone.
        await recorder.add(beat(ServiceHealth(status: .ok, task: "Stopped")))
        try? await recorder.flush()
    }

    private func beat(_ health: ServiceHealth) -> Heartbeat {
        Heartbeat(service: name, status: health.status, task: health.task, time: clock.now)
    }

    /// Tries to write until it works or the next heartbeat is due. Says once per outage that it does not, and not at
    /// the first failure: when everything starts at the same time, the schema may come a moment later.
    private func write(until next: ContinuousClock.Instant, failures: inout Int) async {
        while !Task.isCancelled, ContinuousClock.now < next {
            do {
                try await recorder.flush()
                failures = 0
                return
            } catch {
                failures += 1
                if failures == 2, !Task.isCancelled {
                    logger.warning("heartbeats are kept until the database takes them: \(error)")
                }
                try? await Task.sleep(until: min(next, .now + Self.retry), clock: .continuous)
            }
        }
    }
}
