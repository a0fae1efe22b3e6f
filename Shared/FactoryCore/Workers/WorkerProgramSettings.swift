/// What every worker's executable is told.
public struct WorkerProgramSettings: Sendable {
    public let factory: FactorySettings
    /// The service's name in the tables: with `WORKER_ID` after it, where that is set.
    public let heartbeatName: String
    /// `WORKER_WIDTH`, `WORKER_BATCH`, `WORKER_LEASE_SECONDS`, `WORKER_QUIET_HOURS`.
    public let engine: WorkerSettings
    /// `WORKER_NICE`: how much it gives way to others, 0 to 19; 10 by default.
    public let nice: Int

    /// How often a worker reports.
    var heartbeat: Duration { factory.heartbeat ?? .seconds(60) }

    /// - Throws: `SettingsError` that names the key whose value cannot be used.
    public init(
        _ settings: Settings, service: String, usual: (width: Int, batch: Int)
    ) throws(SettingsError) {
        factory = try FactorySettings(settings)
        nice = try settings.integer("WORKER_NICE", in: 0...19) ?? 10
        if let id = settings.string("WORKER_ID") {
            heartbeatName = "\(service)@\(try InstanceID.check(id, key: "WORKER_ID", limit: 32))"
        } else {
            heartbeatName = service
        }
        engine = WorkerSettings(
            // A process that is started again is another one: what it left is taken when its claims have expired.
            replica:
                "\(heartbeatName) \(HostName.current):\(ProcessIdentity.current):\(UInt32.random(in: .min ... .max))",
            width: try settings.integer("WORKER_WIDTH", in: 1...64) ?? usual.width,
            batch: try settings.integer("WORKER_BATCH", in: 1...10_000) ?? usual.batch,
            lease: .seconds(try settings.integer("WORKER_LEASE_SECONDS", in: 3...86_400) ?? 120),
            quietHours: try Self.quietHours(settings.string("WORKER_QUIET_HOURS")))
    }

    private static func quietHours(_ text: String?) throws(SettingsError) -> QuietHours? {
        guard let text else { return nil }
        guard let hours = QuietHours(text) else {
            throw SettingsError(
                key: "WORKER_QUIET_HOURS", reason: "is '\(text)', but must be two times of the day, such as 08:00-23:00"
            )
        }
        return hours
    }
}
