/// The heartbeat of a program that runs for a moment and reports once, at its end.
public struct SingleHeartbeat: Sendable {
    private let name: String
    private let recorder: HeartbeatRecorder
    private let clock: any WallClock

    /// - Parameters:
    ///   - name: the service's name in the tables.
    ///   - description: what the service is for, for the list of services.
    ///   - interval: how often the program is meant to run.
    public init(
        name: String, description: String, interval: Duration, database: Database, clock: any WallClock
    ) {
        (self.name, self.clock) = (name, clock)
        recorder = HeartbeatRecorder(
            database: database,
            service: ServicesTable.upsert(
                name: name, heartbeatSeconds: max(1, Int(interval.components.seconds)), description: description))
    }

    /// Writes it now.
    ///
    /// - Throws: `DatabaseError` when it could not be written, `SchemaError` while there are no tables for it.
    public func write(_ health: ServiceHealth) async throws {
        await recorder.add(Heartbeat(service: name, status: health.status, task: health.task, time: clock.now))
        try await recorder.flush()
    }
}
