import FactoryCore

/// What an XMP packet says about when and where, as it has it.
struct XMPFields: Sendable, Hashable {
    /// exif:DateTimeOriginal.
    var original: String?
    /// photoshop:DateCreated.
    var created: String?
    /// xmp:CreateDate.
    var digitizedByTool: String?
    /// exif:DateTimeDigitized.
    var digitized: String?
    /// xmp:ModifyDate.
    var modified: String?
    /// exif:GPSTimeStamp (also exif:GPSDateTime), which is UTC.
    var satelliteTime: String?
    /// exif:GPSLatitude and exif:GPSLongitude.
    var place: GeoPoint?

    /// Takes from another packet of the same file what this one lacks.
    mutating func fillGaps(from other: XMPFields) {
        original = original ?? other.original
        created = created ?? other.created
        digitizedByTool = digitizedByTool ?? other.digitizedByTool
        digitized = digitized ?? other.digitized
        modified = modified ?? other.modified
        satelliteTime = satelliteTime ?? other.satelliteTime
        place = place ?? other.place
    }
}
