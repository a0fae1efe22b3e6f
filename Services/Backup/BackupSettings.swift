import FactoryCore

/// What the backup is told beyond what every worker is.
struct BackupSettings: Sendable {
    /// `BACKUP_TARGET`: where the copies are.
    let target: BackupTarget
    /// `BACKUP_RCLONE`, `BACKUP_RCLONE_CONFIG`, `BACKUP_BANDWIDTH`.
    let rclone: RcloneSettings
    /// `BACKUP_RESTORE_TEST_HOUR`: from when on, by the clock of the house, the day's restore test is due.
    let testHour: Int
    /// `BACKUP_RESTORE_TEST_SAMPLE`: of how many copies; 0 for none.
    let testSample: Int

    /// - Parameter width: how many files to carry at once.
    /// - Throws: `SettingsError` that names the key whose value cannot be used.
    init(_ settings: Settings, factory: FactorySettings, width: Int) throws(SettingsError) {
        guard let text = settings.string("BACKUP_TARGET") else {
            throw SettingsError(
                key: "BACKUP_TARGET",
                reason:
                    "is not set: it says where copies go, such as /mnt/backup/photos or a remote of rclone's, nas:photos"
            )
        }
        do {
            target = try BackupTarget(text)
        } catch {
            throw SettingsError(key: "BACKUP_TARGET", reason: "is '\(text)', \(error.reason)")
        }
        if let folder = target.folder {
            for other in [factory.storage, factory.inbox] where Self.contain(folder, other) {
                throw SettingsError(
                    key: "BACKUP_TARGET", reason: "is '\(text)', which must lie neither in \(other) nor around it")
            }
        }
        rclone = try RcloneSettings(settings, root: factory.root, width: width)
        testHour = try settings.integer("BACKUP_RESTORE_TEST_HOUR", in: 0...23) ?? 4
        testSample = try settings.integer("BACKUP_RESTORE_TEST_SAMPLE", in: 0...100_000) ?? 20
    }

    private static func contain(_ one: String, _ other: String) -> Bool {
        one == other || one.hasPrefix("\(other)/") || other.hasPrefix("\(one)/") || one == "/"
    }
}
