import FactoryCore

/// What the monitor is told beyond what every service is.
struct MonitorSettings: Sendable {
    let factory: FactorySettings
    /// `ALERT_…`: whom to tell of lights that turn; nil for nobody.
    let alerts: AlertSettings?
    /// `DEADMAN_URL` (or `DEADMAN_URL_FILE`): what is called once a day; nil for nothing.
    let deadmanURL: String?

    /// Its name in the tables.
    static let serviceName = "service-monitor"

    /// How often the monitor reports.
    var heartbeat: Duration { factory.heartbeat ?? .seconds(300) }

    /// - Throws: `SettingsError` that names the key whose value cannot be used.
    init(_ settings: Settings) throws(SettingsError) {
        factory = try FactorySettings(settings)
        alerts = try AlertSettings(settings)
        deadmanURL = try Self.deadmanURL(settings)
    }

    private static func deadmanURL(_ settings: Settings) throws(SettingsError) -> String? {
        guard let url = try settings.secret("DEADMAN_URL") else { return nil }
        return try SecretURL.check(url, key: "DEADMAN_URL")
    }
}
