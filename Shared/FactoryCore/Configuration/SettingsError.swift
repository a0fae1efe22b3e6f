/// A setting that cannot be used. Its text names the key, so that the owner knows what to change.
public struct SettingsError: Error, Sendable, CustomStringConvertible {
    /// The setting's documented name.
    public let key: String
    /// What is wrong, so that it goes on after the key: "is 'x', but must be …".
    public let reason: String

    public init(key: String, reason: String) {
        self.key = key
        self.reason = reason
    }

    public var description: String { "\(key) \(reason)" }
}
