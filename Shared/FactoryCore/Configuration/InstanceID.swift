/// The rule for what tells several instances of one service apart: it becomes part of a heartbeat's name, and a folder's.
public enum InstanceID {
    /// - Parameters:
    ///   - key: of the setting, for the one who wrote something else.
    ///   - limit: in bytes, so that the heartbeat's name has its 64 at most.
    /// - Throws: `SettingsError`.
    public static func check(_ id: String, key: String, limit: Int) throws(SettingsError) -> String {
        let isFit = id.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                || byte == 95
        }
        guard isFit, id.utf8.count <= limit else {
            throw SettingsError(
                key: key, reason: "is '\(id)', but must be at most \(limit) letters, digits, hyphens and underscores")
        }
        return id
    }
}
