/// Where a date was found. The tags are open-ended: every format brings sources of its own.
public struct CaptureSource: RawRepresentable, Sendable, Hashable, Codable {
    /// The tag as reports and the journal name it.
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The moment the shutter opened (EXIF 0x9003).
    public static let exifOriginal = CaptureSource(rawValue: "EXIF:DateTimeOriginal")
    /// The moment the picture became data (EXIF 0x9004): for a scan, the day of the scan.
    public static let exifDigitized = CaptureSource(rawValue: "EXIF:DateTimeDigitized")
    /// The last change as the main image directory of EXIF states it (0x0132).
    public static let exifModified = CaptureSource(rawValue: "ModifyDate:IFD0")
    /// The satellites' time (EXIF GPS 0x001D and 0x0007), always UTC.
    public static let satellites = CaptureSource(rawValue: "GPS:GPSDateTime")
    /// The photo or video with which it was taken, and which was filed earlier.
    public static let companion = CaptureSource(rawValue: "companion")
    /// The modification time of the file: the last resort.
    public static let fileModified = CaptureSource(rawValue: "mtime")
}

extension CaptureSource: CustomStringConvertible {
    public var description: String { rawValue }
}
