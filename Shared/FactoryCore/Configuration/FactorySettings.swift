public import Logging

/// What every service is told: where the factory is, where its database is, how to log.
public struct FactorySettings: Sendable {
    /// `FACTORY_ROOT`: the folder that holds the others; the working directory by default.
    public let root: String
    /// `PHOTOS_INBOX`: where photos arrive; `Photos_Inbox` in the root by default. Absolute.
    public let inbox: String
    /// `STORAGE`: where photos are kept; `Storage` in the root by default. Absolute.
    public let storage: String
    /// `PGHOST`, `PGPORT`, `PGUSER`, `PGPASSWORD` (or `PGPASSWORD_FILE`), `PGDATABASE`.
    public let database: ConnectionSettings
    /// `LOG_LEVEL`: from `trace` to `critical`; `info` by default.
    public let logLevel: Logger.Level
    /// `LOG_FORMAT`: `text` or `json`.
    public let logFormat: LogFormat
    /// `HEARTBEAT_SECONDS`, where the service's own interval is not wanted.
    public let heartbeat: Duration?
    /// `HEALTH_FOLDER`: where it is noted for a container's health check how the service is; nil for nowhere.
    public let health: HealthFolder?

    /// - Throws: `SettingsError` that names the key whose value cannot be used.
    public init(_ settings: Settings) throws(SettingsError) {
        let base = AbsolutePath.workingDirectory
        root = AbsolutePath.make(settings.string("FACTORY_ROOT") ?? ".", in: base)
        inbox = AbsolutePath.make(settings.string("PHOTOS_INBOX") ?? "Photos_Inbox", in: root)
        storage = AbsolutePath.make(settings.string("STORAGE") ?? "Storage", in: root)
        database = ConnectionSettings(
            host: settings.string("PGHOST"),
            port: try settings.integer("PGPORT", in: 1...65535),
            user: settings.string("PGUSER"),
            password: try settings.secret("PGPASSWORD"),
            database: settings.string("PGDATABASE") ?? ConnectionSettings.defaultDatabase)
        if let zone = settings.string("TZ") { try TimeZoneName.check(zone) }
        logLevel = try settings.choice("LOG_LEVEL", default: .info)
        logFormat = try settings.choice("LOG_FORMAT", default: .text)
        heartbeat = try settings.integer("HEARTBEAT_SECONDS", in: 1...86_400).map { .seconds($0) }
        health = settings.string("HEALTH_FOLDER").map { [root] in HealthFolder(path: AbsolutePath.make($0, in: root)) }
    }
}
