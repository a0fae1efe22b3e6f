/// The tags that lead to other directories and to blocks of metadata.
enum TIFFTag {
    /// TIFF Technical Note 1.
    static let subDirectories: UInt16 = 0x014A
    /// EXIF 2.32.
    static let exifDirectory: UInt16 = 0x8769
    static let gpsDirectory: UInt16 = 0x8825
    /// XMP specification, part 3.
    static let xmp: UInt16 = 0x02BC
    /// IPTC-IIM records.
    static let iptc: UInt16 = 0x83BB
    /// Photoshop's image resources.
    static let photoshop: UInt16 = 0x8649
    /// Panasonic's JPEG inside a raw file, which has an EXIF block of its own.
    static let panasonicJPEG: UInt16 = 0x002E
}
