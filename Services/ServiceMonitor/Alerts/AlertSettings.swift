import FactoryCore

/// Whom to tell of lights that turn, and how.
struct AlertSettings: Sendable {
    enum Format: Sendable, Hashable {
        case ntfy
        case gotify
        case slack
        case template(AlertTemplate)
    }

    /// `ALERT_URL` (or `ALERT_URL_FILE`): where to. A secret: who knows it may write there.
    let url: String
    /// `ALERT_FORMAT` and `ALERT_TEMPLATE`: how the server wants to be told; `ntfy` by default.
    let format: Format
    /// `ALERT_TOKEN` (or `ALERT_TOKEN_FILE`): proves that we may.
    let token: String?
    /// `ALERT_CERTIFICATE`: a file with the certificate of a server that signed its own.
    let certificateFile: String?
    /// `ALERT_MINUTES`: the least time between two alerts about one service; 15 minutes by default.
    let pause: Duration

    /// Nil when nobody is to be told.
    ///
    /// - Throws: `SettingsError` that names the key whose value cannot be used.
    init?(_ settings: Settings) throws(SettingsError) {
        pause = .seconds(60 * (try settings.integer("ALERT_MINUTES", in: 0...10_080) ?? 15))
        token = try settings.secret("ALERT_TOKEN")
        certificateFile = settings.string("ALERT_CERTIFICATE")
        format = try Self.format(settings)
        guard let url = try settings.secret("ALERT_URL") else { return nil }
        self.url = try SecretURL.check(url, key: "ALERT_URL")
    }

    private static func format(_ settings: Settings) throws(SettingsError) -> Format {
        switch try settings.choice("ALERT_FORMAT", default: AlertFormat.ntfy) {
        case .ntfy: return .ntfy
        case .gotify: return .gotify
        case .slack: return .slack
        case .template:
            guard let text = settings.string("ALERT_TEMPLATE") else {
                throw SettingsError(key: "ALERT_TEMPLATE", reason: "is missing, although ALERT_FORMAT is 'template'")
            }
            return .template(try AlertTemplate(text, key: "ALERT_TEMPLATE"))
        }
    }
}
