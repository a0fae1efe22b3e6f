import FactoryCore

/// What the monitor is told beyond what every service is.
struct MonitorSettings: Sendable {
    let factory: FactorySettings

    /// Its name in the tables.
    static let serviceName = "service-monitor"

    /// How often the monitor reports.
    var heartbeat: Duration { factory.heartbeat ?? .seconds(300) }

    /// - Throws: `SettingsError` that names the key whose value cannot be used.
    init(_ settings: Settings) throws(SettingsError) {
        factory = try FactorySettings(settings)
    }
}
