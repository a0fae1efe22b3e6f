public import Logging
public import ServiceLifecycle

/// Reports a service's health at a steady interval, and at once when its status changes, beside its work and over a
/// connection of its own, so that neither a long batch nor a slow query keeps the light from showing the truth.
public struct HeartbeatService: Service {
    /// When heartbeats that could not be written are tried again.
    private static let retry: Duration = .seconds(2)
    /// How often a service is asked for its health that does not say otherwise.
    private static let usualGlance: Duration = .seconds(5)

    private let name: String
    private let interval: Duration
    private let glance: Duration
    private let farewell: ServiceHealth?
    private let folder: HealthFolder?
    private let recorder: HeartbeatRecorder
    private let clock: any WallClock
    private let logger: Logger
    private let health: @Sendable () async -> ServiceHealth

    /// - Parameters:
    ///   - name: the service's name in the tables.
    ///   - description: what the service is for, for the list of services.
    ///   - glance: how often the service is asked; a status that has changed is reported then. No longer than `interval`.
    ///   - farewell: what is said after a graceful stop; nil for nothing, when it is another's health that is reported.
    ///   - folder: where each answer is noted besides, for a container's health check; nil for nowhere.
    ///   - health: has to answer within a time that is short beside `interval`.
    public init(
        name: String, description: String, interval: Duration, glance: Duration? = nil,
        farewell: ServiceHealth? = ServiceHealth(status: .ok, task: "Stopped"), database: Database,
        folder: HealthFolder? = nil, clock: any WallClock, logger: Logger,
        health: @escaping @Sendable () async -> ServiceHealth
    ) {
        self.name = name
        self.interval = interval
        self.farewell = farewell
        self.glance = min(interval, glance ?? Self.usualGlance)
        self.folder = folder
        self.clock = clock
        self.logger = logger
        self.health = health
        recorder = HeartbeatRecorder(
            database: database,
            service: ServicesTable.upsert(
                name: name, heartbeatSeconds: max(1, Int(interval.components.seconds)), description: description))
    }

    /// Beats until a graceful stop or a cancellation, and says farewell then. Never throws: what goes
    /// wrong is logged, and tried again.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            var pace = HeartbeatPace(interval: interval)
            var failures = 0
            var isNoted = true
            while !Task.isCancelled {
                let look = ContinuousClock.now
                let health = await health()
                note(health, isNoted: &isNoted)
                if pace.takes(health.status, at: look) { await recorder.add(beat(health)) }
                await write(until: min(look + glance, pace.next ?? look + glance), failures: &failures)
            }
        }
        // A service that crashed takes the others with it: its light has to turn.
        guard !Task.isCancelled, let farewell else { return }
        // The last word is said after the work has ended, but before the process is gone.
        await recorder.add(beat(farewell))
        try? await recorder.flush()
    }

    /// Says once that it cannot be noted: the health check then finds that out by itself.
    private func note(_ health: ServiceHealth, isNoted: inout Bool) {
        guard let folder else { return }
        let note = HealthNote(awake: SystemClock.awake, isHanging: health.isHanging, task: health.task)
        do {
            try folder.write(note, service: name)
            isNoted = true
        } catch {
            if isNoted { logger.warning("HEALTH_FOLDER: \(error)") }
            isNoted = false
        }
    }

    private func beat(_ health: ServiceHealth) -> Heartbeat {
        Heartbeat(service: name, status: health.status, task: health.task, time: clock.now)
    }

    /// Writes what is kept, again and again until it works, and sleeps until `next`. Says once per outage that it does
    /// not work, and not at the first failure: when everything starts at the same time, the schema may come a moment later.
    private func write(until next: ContinuousClock.Instant, failures: inout Int) async {
        repeat {
            do {
                try await recorder.flush()
                failures = 0
                try? await Task.sleep(until: next, clock: .continuous)
            } catch {
                failures += 1
                if failures == 2, !Task.isCancelled {
                    logger.warning("heartbeats are kept until the database takes them: \(error)")
                }
                try? await Task.sleep(until: min(next, .now + Self.retry), clock: .continuous)
            }
        } while !Task.isCancelled && ContinuousClock.now < next
    }
}
