import FactoryCore

/// What a stored file is, by the extension of its name: the ledger has no column for it. The only list of extensions.
struct FileType: Sendable, Equatable {
    let kind: MediaKind
    /// Whether a browser shows it by itself, and nothing in it can act: no SVG, no HTML, nothing that is not known.
    let isInline: Bool
    /// What is said of the content when it is shown; everything else goes out as bytes without a meaning.
    let mediaType: String

    static func of(_ path: String) -> FileType {
        of(fileExtension: self.fileExtension(path))
    }

    /// - Parameter fileExtension: in lower case, without the dot, as `factory.counters` has it.
    static func of(fileExtension: String) -> FileType {
        if let mediaType = shown[fileExtension] {
            return FileType(
                kind: mediaType.hasPrefix("video/") ? .video : .photo, isInline: true, mediaType: mediaType)
        }
        return FileType(
            kind: videos.contains(fileExtension) ? .video : .photo, isInline: false,
            mediaType: "application/octet-stream")
    }

    /// What follows the last dot of the name, in lower case; nothing without one.
    static func fileExtension(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    private static let shown = [
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "jpe": "image/jpeg", "jfif": "image/jpeg", "png": "image/png",
        "webp": "image/webp", "gif": "image/gif", "avif": "image/avif", "bmp": "image/bmp", "mp4": "video/mp4",
        "m4v": "video/mp4", "webm": "video/webm", "mov": "video/quicktime", "qt": "video/quicktime",
    ]

    private static let videos: Set = [
        "3gp", "3g2", "3gpp", "mkv", "avi", "divx", "wmv", "asf", "mts", "m2ts", "m2t", "ts", "tod", "mod",
        "mpg", "mpeg", "mpe", "mpv", "m2v", "vob", "flv", "f4v", "ogv", "ogm", "dv", "dif", "rm", "rmvb", "insv", "lrv",
        "360", "mxf", "mjpeg", "mjpg",
    ]
}
