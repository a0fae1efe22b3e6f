import FactoryCore

/// What the cleanup is told beyond what every service is.
struct CleanupSettings: Sendable {
    let factory: FactorySettings
    /// `HISTORY_RETENTION_DAYS`: for how long heartbeats are kept.
    let retention: Retention
    /// `AUDIT_RETENTION_DAYS`: for how long it is kept what ran slow or failed.
    let auditRetention: Retention

    /// Its name in the tables.
    static let serviceName = "cleanup"
    /// What it is for.
    static let description = "removes old heartbeat history"
    /// How often it is meant to run.
    static let interval: Duration = .seconds(86_400)

    /// - Throws: `SettingsError` that names the key whose value cannot be used.
    init(_ settings: Settings) throws(SettingsError) {
        factory = try FactorySettings(settings)
        let days = try settings.integer("HISTORY_RETENTION_DAYS", in: Retention.range)
        retention = Retention(days: days ?? Retention.usual)
        let auditDays = try settings.integer("AUDIT_RETENTION_DAYS", in: Retention.range)
        auditRetention = Retention(days: auditDays ?? Retention.usual)
    }
}
