import FactoryCore

/// The rule for a librarian's name: it becomes a folder's name and part of a heartbeat's.
enum LibrarianID {
    /// `librarian@` and the id have to fit the 64 characters of a service's name.
    private static let limit = 54

    static func check(_ id: String) throws(SettingsError) -> String {
        try InstanceID.check(id, key: "LIBRARIAN_ID", limit: limit)
    }
}
