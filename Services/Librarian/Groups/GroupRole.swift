import FactoryCore

/// What a photo or video can be in a group.
enum GroupRole: Int, Sendable, Comparable {
    /// A picture as people look at it.
    case picture
    /// What the sensor saw, beside a picture or alone.
    case raw
    /// The video of a Live Photo, or one that stands alone.
    case video

    /// - Parameter name: tells the raw formats apart that keep TIFF's signature.
    init(_ format: MediaFormat, name: String) {
        switch format {
        case .cr2, .cr3, .crw, .rw2, .orf, .raf, .mrw, .x3f: self = .raw
        case .tiff: self = Self.isRaw(name) ? .raw : .picture
        default: self = format.kind == .video ? .video : .picture
        }
    }

    /// Of a file that was filed earlier, by its name alone.
    init(filedAs name: String) {
        self = Self.isRaw(name) ? .raw : Self.videos.contains(Self.ending(name)) ? .video : .picture
    }

    static func < (left: GroupRole, right: GroupRole) -> Bool { left.rawValue < right.rawValue }

    private static func isRaw(_ name: String) -> Bool { raws.contains(ending(name)) }

    private static func ending(_ name: String) -> String { FileName.split(name).fileExtension.lowercased() }

    private static let raws: Set<String> = [
        ".3fr", ".arw", ".cr2", ".cr3", ".crw", ".dcr", ".dng", ".erf", ".fff", ".iiq", ".k25", ".kdc", ".mef", ".mos",
        ".mrw", ".nef", ".nrw", ".orf", ".pef", ".raf", ".raw", ".rw2", ".rwl", ".sr2", ".srf", ".srw", ".x3f",
    ]

    private static let videos: Set<String> = [
        ".3g2", ".3gp", ".asf", ".avi", ".dv", ".flv", ".insv", ".m2ts", ".m4v", ".mkv", ".mov", ".mp", ".mp4", ".mpg",
        ".mpeg", ".mts", ".ogv", ".qt", ".rm", ".ts", ".vob", ".webm", ".wmv",
    ]
}
