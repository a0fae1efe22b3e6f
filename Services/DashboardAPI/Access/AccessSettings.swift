import FactoryCore

/// Who may look.
struct AccessSettings: Sendable {
    /// `DASHBOARD_PASSWORD` (or `DASHBOARD_PASSWORD_FILE`): what people log in with.
    let password: String
    /// `DASHBOARD_TOKEN` (or `DASHBOARD_TOKEN_FILE`): what machines send with each request; nil where none may.
    let token: String?

    /// Nil where no password is set: then everybody who reaches the server may look.
    ///
    /// - Throws: `SettingsError` for a token beside which there is no password: it would protect nothing.
    static func read(_ settings: Settings) throws(SettingsError) -> AccessSettings? {
        let token = try settings.secret("DASHBOARD_TOKEN")
        guard let password = try settings.secret("DASHBOARD_PASSWORD") else {
            guard token == nil else {
                throw SettingsError(
                    key: "DASHBOARD_TOKEN", reason: "is set, but protects nothing without DASHBOARD_PASSWORD")
            }
            return nil
        }
        return AccessSettings(password: password, token: token)
    }
}
