import FactoryCore

/// What the monitor is told beyond what every service is.
struct MonitorSettings: Sendable {
    let factory: FactorySettings
    /// The disks that may run full: of the inbox, of Storage, and of the database where `DATABASE_FOLDER` names a folder of
    /// its.
    let volumes: [Volume]
    /// `PHOTOS_INBOX` with `SYNCTHING_INBOX`, and those of `MONITOR_INBOXES`.
    let inboxes: [SyncthingInbox]
    /// `SYNCTHING_…`: how Syncthing is asked; nil where there is none to watch.
    let syncthing: SyncthingSettings?
    /// `ALERT_…`: whom to tell of lights that turn; nil for nobody.
    let alerts: AlertSettings?
    /// `DEADMAN_URL` (or `DEADMAN_URL_FILE`): what is called once a day; nil for nothing.
    let deadmanURL: String?

    /// Its name in the tables.
    static let serviceName = "service-monitor"
    /// What it is for.
    static let description = "reports for what cannot report itself"

    /// How often the monitor reports.
    var heartbeat: Duration { factory.heartbeat ?? .seconds(300) }

    /// - Throws: `SettingsError` that names the key whose value cannot be used.
    init(_ settings: Settings) throws(SettingsError) {
        factory = try FactorySettings(settings)
        let further = Self.paths(settings.string("MONITOR_INBOXES"), in: factory.root)
        volumes = Self.volumes(factory, further, database: settings.string("DATABASE_FOLDER"))
        let inbox = SyncthingInbox(
            path: factory.inbox, pathForSyncthing: settings.string("SYNCTHING_INBOX") ?? factory.inbox)
        inboxes = [inbox] + further.map { SyncthingInbox(path: $0, pathForSyncthing: $0) }
        syncthing = try SyncthingSettings(settings, inboxes: inboxes)
        alerts = try AlertSettings(settings)
        deadmanURL = try Self.deadmanURL(settings)
    }

    private static func paths(_ list: String?, in root: String) -> [String] {
        (list ?? "").split(separator: ":").map { AbsolutePath.make(String($0), in: root) }
    }

    private static func volumes(_ factory: FactorySettings, _ further: [String], database: String?) -> [Volume] {
        let inboxes = [factory.inbox] + further
        return inboxes.map { Volume(name: "inbox", path: $0) } + [Volume(name: "Storage", path: factory.storage)]
            + (database.map { [Volume(name: "database", path: AbsolutePath.make($0, in: factory.root))] } ?? [])
    }

    private static func deadmanURL(_ settings: Settings) throws(SettingsError) -> String? {
        guard let url = try settings.secret("DEADMAN_URL") else { return nil }
        return try SecretURL.check(url, key: "DEADMAN_URL")
    }
}
