import FactoryCore

/// What EXIF says about when and where, as the file has it.
struct ExifFields: Sendable, Hashable {
    /// The shutter opened: 0x9003, 0x9291, 0x9011.
    var original = ExifDate()
    /// The picture became data: 0x9004, 0x9292, 0x9012.
    var digitized = ExifDate()
    /// The file was changed last: 0x0132, 0x9290, 0x9010.
    var modified = ExifDate()
    /// Date and time of the satellites joined to "YYYY:MM:DD HH:MM:SS", which is UTC: GPS 0x001D and 0x0007.
    var satelliteTime: String?
    /// GPS 0x0001 to 0x0004.
    var place: GeoPoint?

    /// Takes from another block of the same file what this one lacks.
    mutating func fillGaps(from other: ExifFields) {
        original.fillGaps(from: other.original)
        digitized.fillGaps(from: other.digitized)
        modified.fillGaps(from: other.modified)
        satelliteTime = satelliteTime ?? other.satelliteTime
        place = place ?? other.place
    }
}
