/// What names an asset: a UUID.
public enum AssetID {
    /// In its usual form, with four hyphens; PostgreSQL would take others too.
    public static func isValid(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (97...102).contains(byte) || (65...70).contains(byte) || byte == 45
            }
    }
}
