import FactoryCore

/// The rule for a librarian's name: it becomes a folder's name and part of a heartbeat's.
enum LibrarianID {
    /// `librarian@` and the id have to fit the 64 characters of a service's name.
    private static let limit = 54

    static func check(_ id: String) throws(SettingsError) -> String {
        let isFit = id.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                || byte == 95
        }
        guard isFit, id.utf8.count <= limit else {
            throw SettingsError(
                key: "LIBRARIAN_ID",
                reason: "is '\(id)', but must be at most \(limit) letters, digits, hyphens and underscores")
        }
        return id
    }
}
