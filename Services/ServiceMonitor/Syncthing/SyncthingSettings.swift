import FactoryCore

/// Where Syncthing is, and which inboxes it may fill.
struct SyncthingSettings: Sendable {
    /// `SYNCTHING_URL`: without a path or a slash at its end.
    let url: String
    /// `SYNCTHING_API_KEY`, or `SYNCTHING_API_KEY_FILE`.
    let key: SyncthingKey
    /// `SYNCTHING_CERTIFICATE`: the certificate of a Syncthing that serves HTTPS, which signs its own.
    let certificateFile: String?
    /// `PHOTOS_INBOX` with `SYNCTHING_INBOX`, and those of `MONITOR_INBOXES`.
    let inboxes: [SyncthingInbox]

    /// Nil when there is no Syncthing to watch.
    ///
    /// - Throws: `SettingsError` that names the key whose value cannot be used.
    init?(_ settings: Settings, inboxes: [SyncthingInbox]) throws(SettingsError) {
        guard let text = settings.string("SYNCTHING_URL") else { return nil }
        var url = text[...]
        while url.hasSuffix("/") { url = url.dropLast() }
        self.url = try SecretURL.check(String(url), key: "SYNCTHING_URL")
        certificateFile = settings.string("SYNCTHING_CERTIFICATE")
        self.inboxes = inboxes
        if let key = settings.string("SYNCTHING_API_KEY") {
            self.key = .text(key)
        } else {
            key = settings.string("SYNCTHING_API_KEY_FILE").map { .file($0) } ?? .none
        }
    }
}
