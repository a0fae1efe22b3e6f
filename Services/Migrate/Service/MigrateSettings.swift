import FactoryCore

/// What the migration is told beyond what every program is.
struct MigrateSettings: Sendable {
    let factory: FactorySettings
    /// `FACTORY_ROLES`: the passwords of the services' roles; nil where no roles are wanted.
    let passwords: RolePasswords?

    /// How it is called in its log.
    static let programName = "migrate"

    /// Reads the passwords, so that nothing has been changed when one is missing.
    ///
    /// - Throws: `SettingsError` that names the key whose value cannot be used.
    init(_ settings: Settings) throws(SettingsError) {
        factory = try FactorySettings(settings)
        if let folder = settings.string("FACTORY_ROLES") {
            passwords = try RolePasswords(folder: AbsolutePath.make(folder, in: factory.root))
        } else {
            passwords = nil
        }
    }
}
