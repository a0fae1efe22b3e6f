import FactoryCore
import FactoryHTTP

/// The rule for URLs that are secrets.
enum SecretURL {
    /// - Returns: `url` itself.
    /// - Throws: `SettingsError`, which does not repeat it, for what is no URL of `http` or `https`.
    static func check(_ url: String, key: String) throws(SettingsError) -> String {
        do {
            _ = try HTTPRequest(url).server()
            return url
        } catch {
            throw SettingsError(key: key, reason: "cannot be used: \(error)")
        }
    }
}
