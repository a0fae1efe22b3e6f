import FactoryCore

/// The places in files, and beside them, where dates stand; the tags are those by which ExifTool knows them.
extension CaptureSource {
    static let xmpOriginal = CaptureSource(rawValue: "XMP-exif:DateTimeOriginal")
    static let xmpCreated = CaptureSource(rawValue: "XMP-photoshop:DateCreated")
    static let xmpDigitizedByTool = CaptureSource(rawValue: "XMP-xmp:CreateDate")
    static let xmpDigitized = CaptureSource(rawValue: "XMP-exif:DateTimeDigitized")
    static let xmpModified = CaptureSource(rawValue: "ModifyDate:XMP-xmp")
    static let iptcCreated = CaptureSource(rawValue: "IPTC:DateCreated")
    static let takeout = CaptureSource(rawValue: "sidecar Takeout photoTakenTime")
    /// The file's own name.
    static let fileName = CaptureSource(rawValue: "filename")

    /// The same in an XMP file beside the picture.
    var inSidecar: CaptureSource { CaptureSource(rawValue: "sidecar \(rawValue)") }

    /// The wall clock that the name shows, which a header's time in UTC confirms.
    func confirmingFileName() -> CaptureSource {
        CaptureSource(rawValue: "\(Self.fileName)+\(rawValue)")
    }

    /// Whether it is a date of the last change.
    var isOfLastChange: Bool { rawValue.hasPrefix("ModifyDate:") }
}
