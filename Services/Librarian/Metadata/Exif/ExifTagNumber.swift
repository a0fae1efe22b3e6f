/// The tags that are read, by the numbers of the EXIF 2.32 standard.
enum ExifTagNumber: UInt32 {
    case dateTime = 0x0132
    case dateTimeOriginal = 0x9003
    case dateTimeDigitized = 0x9004
    case offsetTime = 0x9010
    case offsetTimeOriginal = 0x9011
    case offsetTimeDigitized = 0x9012
    case makerNote = 0x927C
    case subSecTime = 0x9290
    case subSecTimeOriginal = 0x9291
    case subSecTimeDigitized = 0x9292

    // These count within the GPS directory alone.
    case gpsLatitudeRef = 0x0001
    case gpsLatitude = 0x0002
    case gpsLongitudeRef = 0x0003
    case gpsLongitude = 0x0004
    case gpsTimeStamp = 0x0007
    case gpsDateStamp = 0x001D
}
