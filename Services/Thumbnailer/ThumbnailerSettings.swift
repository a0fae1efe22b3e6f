import FactoryCore

/// What the thumbnailer is told beyond what every worker is.
struct ThumbnailerSettings: Sendable {
    /// `THUMBNAILER_MEMORY_MB`: how much memory decoding one file may take.
    let megabytes: Int
    /// `THUMBNAILER_SECONDS`: how much of a processor's time; of the clock's it may take three times that.
    let seconds: Int
    /// `THUMBNAILER_MAKER`: the program that decodes; beside this one by default. Absolute.
    let maker: String
    /// `THUMBNAILER_FFMPEG`: the program that reads videos. Absolute.
    let ffmpeg: String

    /// - Throws: `SettingsError` that names the key whose value cannot be used.
    init(_ settings: Settings) throws(SettingsError) {
        megabytes = try settings.integer("THUMBNAILER_MEMORY_MB", in: 64...65_536) ?? 1024
        seconds = try settings.integer("THUMBNAILER_SECONDS", in: 1...3600) ?? 60
        maker = try Self.program(
            settings.string("THUMBNAILER_MAKER")
                ?? OwnProgram.folder.map { "\($0)/thumbnail-maker" } ?? "thumbnail-maker",
            key: "THUMBNAILER_MAKER")
        ffmpeg = try Self.program(settings.string("THUMBNAILER_FFMPEG") ?? "ffmpeg", key: "THUMBNAILER_FFMPEG")
    }

    private static func program(_ name: String, key: String) throws(SettingsError) -> String {
        guard let file = ProgramFile.find(name) else {
            throw SettingsError(key: key, reason: "is '\(name)', and there is no such program")
        }
        return file
    }
}
