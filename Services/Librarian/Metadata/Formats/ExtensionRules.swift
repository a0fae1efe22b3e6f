import FactoryCore

/// Compares what a file's name says of its format with what its content is.
enum ExtensionRules {
    /// One sentence for a name that says another format; nil for one that says none that is known here.
    static func note(name: [UInt8], format: MediaFormat) -> String? {
        let fileExtension = FileName.fileExtension(of: name)
        guard let expected = formats(of: fileExtension.dropFirst().lowercased()), !expected.contains(format) else {
            return nil
        }
        return "The name ends in \(fileExtension), but the content is \(format.rawValue)."
    }

    /// The formats that files of this extension, in small letters, have.
    private static func formats(of fileExtension: String) -> [MediaFormat]? {
        switch fileExtension {
        case "jpg", "jpeg", "jpe", "jfif", "mpo": [.jpeg]
        case "heic", "heif", "hif", "heics": [.heic, .heif]
        case "avif", "avifs": [.avif]
        case "tif", "tiff", "dng", "nef", "nrw", "arw", "sr2", "srf", "pef", "srw", "3fr", "fff", "dcr", "kdc", "erf",
            "mef", "mos":
            [.tiff]
        case "jp2", "jpx", "j2k", "jpf": [.jp2]
        case "jxr", "wdp", "hdp": [.jxr]
        case "psd", "psb": [.psd]
        case "mp4", "m4v": [.mp4, .threeGP]
        case "mov", "qt": [.mov]
        case "3gp", "3g2", "3gpp": [.threeGP, .mp4]
        case "mkv", "mk3d": [.matroska]
        case "wmv", "asf": [.asf]
        case "mts", "m2ts", "m2t": [.mpegTS]
        case "mpg", "mpeg", "vob": [.mpegPS, .mpegTS]
        case "rm", "rmvb": [.realMedia]
        default: namesake[fileExtension].map { [$0] }
        }
    }

    /// Formats that have one extension, of their own name.
    private static let namesake: [String: MediaFormat] = [
        "png": .png, "gif": .gif, "webp": .webp, "jxl": .jxl, "bmp": .bmp, "exr": .exr, "cr2": .cr2, "cr3": .cr3,
        "crw": .crw, "rw2": .rw2, "orf": .orf, "raf": .raf, "mrw": .mrw, "x3f": .x3f, "exv": .exv, "webm": .webm,
        "avi": .avi, "flv": .flv, "ogv": .ogv, "dv": .dv,
    ]
}
