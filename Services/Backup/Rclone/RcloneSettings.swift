import FactoryCore
import Glibc

/// How rclone is run.
struct RcloneSettings: Sendable {
    /// `BACKUP_RCLONE`: the program's path, or a name to look for.
    let program: String
    /// `BACKUP_RCLONE_CONFIG`: the file with its remotes and their secrets; nil for none. Absolute.
    let configuration: String?
    /// `BACKUP_BANDWIDTH`: as `--bwlimit` takes it, also with a timetable.
    let bandwidth: String?
    /// How many files it carries at once.
    let width: Int

    init(program: String = "rclone", configuration: String? = nil, bandwidth: String? = nil, width: Int = 4) {
        (self.program, self.configuration, self.bandwidth, self.width) = (program, configuration, bandwidth, width)
    }

    /// - Throws: `SettingsError` that names the key whose value cannot be used.
    init(_ settings: Settings, root: String, width: Int) throws(SettingsError) {
        let name = settings.string("BACKUP_RCLONE") ?? "rclone"
        guard ProgramFile.find(name) != nil else {
            throw SettingsError(key: "BACKUP_RCLONE", reason: "is '\(name)', and there is no such program")
        }
        let configuration = settings.string("BACKUP_RCLONE_CONFIG").map { AbsolutePath.make($0, in: root) }
        if let configuration, access(configuration, R_OK) != 0 {
            throw SettingsError(
                key: "BACKUP_RCLONE_CONFIG",
                reason: "names \(configuration), which cannot be read: \(String(cString: strerror(errno)))")
        }
        let bandwidth = settings.string("BACKUP_BANDWIDTH")
        if let bandwidth, !BandwidthRules.isFit(bandwidth) {
            throw SettingsError(
                key: "BACKUP_BANDWIDTH",
                reason: "is '\(bandwidth)', but must be a rate such as 10M, or a timetable such as '08:00,1M 23:00,off'"
            )
        }
        self.init(program: name, configuration: configuration, bandwidth: bandwidth, width: width)
    }
}
