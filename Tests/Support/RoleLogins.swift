public import FactoryCore

/// A folder with a password for each of the services' roles, as `migrate --roles` wants it.
public struct RoleLogins: Sendable {
    public let folder: TestFolder

    /// Writes one file a role.
    ///
    /// - Parameter word: begins every password; another word makes other passwords.
    public init(in folder: TestFolder, word: String = "it's a wörd") throws {
        self.folder = folder
        for role in ServiceRole.allCases { try folder.write(Array("\(word) \(role.name)\n".utf8), to: role.name) }
    }

    /// libpq's variables with which a program logs in as the role.
    public func environment(_ role: ServiceRole) -> [String: String] {
        ["PGUSER": role.name, "PGPASSWORD_FILE": folder.path(of: role.name)]
    }

    /// Logs in as the role.
    public func connect(to database: ScratchDatabase, as role: ServiceRole) async throws -> PostgresConnection {
        var settings = database.settings
        settings.user = role.name
        settings.password = String(decoding: try folder.read(role.name).dropLast(), as: UTF8.self)
        return try await PostgresConnection.open(settings)
    }
}
