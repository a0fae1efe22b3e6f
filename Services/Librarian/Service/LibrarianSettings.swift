import FactoryCore

/// What the librarian is told beyond what every service is.
struct LibrarianSettings: Sendable {
    let factory: FactorySettings
    /// `LIBRARIAN_ID`: names its journal, its lock and its heartbeat; `librarian` by default.
    let id: String
    /// `LIBRARIAN_QUIET_SECONDS`: how long a file must be left alone before it is read; 10 by default.
    let quiet: Duration
    /// `LIBRARIAN_INCOMPLETE_SECONDS`: when a file without its end is taken as it is; 3600 by default, 0 when the
    /// quiet time is 0.
    let incomplete: Duration
    /// `LIBRARIAN_GROUP_SECONDS`: how long a file waits for those that it announces, such as the video of a Live Photo;
    /// 60 by default, 0 when the quiet time is 0.
    let group: Duration
    /// `LIBRARIAN_RESCAN_SECONDS`: how often the whole inbox is looked at; 300 by default.
    let rescan: Duration
    /// `LIBRARIAN_WORKERS`: how many files are read at once; one per processor by default, at most 8.
    let workers: Int
    /// `LIBRARIAN_ZONES`: whether an instant is shown by the clock of the picture's place; `on` by default.
    let placeZones: PlaceZones
    /// `LIBRARIAN_FREE_MEGABYTES`: how many MiB must stay free in Storage, 0 for none; nil for a part of it.
    let freeMegabytes: Int?
    /// `LIBRARIAN_MISSING_LIMIT`: when so many of the originals that were looked for last are missing nothing is filed;
    /// 20 by default, 0 for never.
    let missingLimit: Int
    /// `LIBRARIAN_EXIFTOOL`: name or path of the program that reads the rare formats; nil for `off`. `exiftool` by
    /// default, which may be missing.
    let exifTool: String?
    /// `LIBRARIAN_SYNCTHING`: out of which folders of Syncthing's files may be moved; `receiveonly` by default.
    let syncthing: SyncthingMode
    /// `LIBRARIAN_SCRUB_DAYS`: within how many days each original is read again; 90 by default, 0 for never.
    let scrubDays: Int
    /// `LIBRARIAN_SCRUB_MEGABYTES`: how many megabytes a second are read again at most; 20 by default.
    let scrubMegabytes: Int
    /// The inbox was named by a flag, for this run only: it needs no vault id.
    let inboxIsNamed: Bool

    static let defaultID = "librarian"

    /// The service's name in the tables.
    var heartbeatName: String { id == Self.defaultID ? id : "librarian@\(id)" }

    /// How often the librarian reports.
    var heartbeat: Duration { factory.heartbeat ?? .seconds(60) }

    /// - Throws: `SettingsError` that names the key whose value cannot be used.
    init(_ settings: Settings) throws(SettingsError) {
        factory = try FactorySettings(settings)
        id = try LibrarianID.check(settings.string("LIBRARIAN_ID") ?? Self.defaultID)
        let quietSeconds = try settings.integer("LIBRARIAN_QUIET_SECONDS", in: 0...86_400) ?? 10
        let incompleteSeconds = try settings.integer("LIBRARIAN_INCOMPLETE_SECONDS", in: 0...31_536_000) ?? 3600
        let groupSeconds = try settings.integer("LIBRARIAN_GROUP_SECONDS", in: 0...86_400) ?? 60
        quiet = .seconds(quietSeconds)
        incomplete = quietSeconds == 0 ? .zero : .seconds(incompleteSeconds)
        group = quietSeconds == 0 ? .zero : .seconds(groupSeconds)
        rescan = .seconds(try settings.integer("LIBRARIAN_RESCAN_SECONDS", in: 1...86_400) ?? 300)
        workers = try settings.integer("LIBRARIAN_WORKERS", in: 1...64) ?? Processors.workers
        placeZones = try settings.choice("LIBRARIAN_ZONES", default: .on)
        freeMegabytes = try settings.integer("LIBRARIAN_FREE_MEGABYTES", in: 0...1_000_000_000)
        missingLimit = try settings.integer("LIBRARIAN_MISSING_LIMIT", in: 0...100) ?? 20
        exifTool = try Self.exifTool(settings)
        syncthing = try settings.choice("LIBRARIAN_SYNCTHING", default: .receiveOnly)
        scrubDays = try settings.integer("LIBRARIAN_SCRUB_DAYS", in: 0...3650) ?? 90
        scrubMegabytes = try settings.integer("LIBRARIAN_SCRUB_MEGABYTES", in: 1...1_000_000) ?? 20
        inboxIsNamed = settings.isFlag("PHOTOS_INBOX")
    }

    /// A path that leads to no program is a mistake; a name that is not found may be a program that is not installed.
    private static func exifTool(_ settings: Settings) throws(SettingsError) -> String? {
        guard let name = settings.string("LIBRARIAN_EXIFTOOL") else { return "exiftool" }
        guard name.contains("/"), ProgramFile.find(name) == nil else { return name == "off" ? nil : name }
        throw SettingsError(key: "LIBRARIAN_EXIFTOOL", reason: "is '\(name)', where no program is")
    }
}
