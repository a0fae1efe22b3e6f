/// The passwords of all service roles, from a folder with one file for each, named like the role.
public struct RolePasswords: Sendable {
    private let passwords: [ServiceRole: String]

    /// Reads each file's first line, as the services themselves do (`PGPASSWORD_FILE`).
    ///
    /// - Parameter folder: an absolute path.
    /// - Throws: `SettingsError` for `FACTORY_ROLES` that names the file that is missing, unreadable or empty.
    public init(folder: String) throws(SettingsError) {
        var passwords: [ServiceRole: String] = [:]
        for role in ServiceRole.allCases {
            let path = "\(folder)/\(role.name)"
            do {
                passwords[role] = try SecretFile.read(path)
            } catch {
                throw SettingsError(
                    key: "FACTORY_ROLES", reason: "needs the password of \(role.name) in \(path), which \(error.reason)"
                )
            }
        }
        self.passwords = passwords
    }

    /// The password of a role. Never logged, nor part of any error.
    func password(of role: ServiceRole) -> String {
        // The initializer has one for each.
        passwords[role, default: ""]
    }
}
