/// The properties of XMP that are read, by the namespaces of ISO 16684-1 and Adobe's XMP specification, part 2.
enum XMPProperty: CaseIterable {
    case dateTimeOriginal, dateTimeDigitized, gpsTimeStamp, gpsDateTime
    case gpsLatitude, gpsLatitudeRef, gpsLongitude, gpsLongitudeRef
    case dateCreated
    case createDate, modifyDate

    var name: XMLName {
        switch self {
        case .dateTimeOriginal: XMLName(Self.exif, "DateTimeOriginal")
        case .dateTimeDigitized: XMLName(Self.exif, "DateTimeDigitized")
        case .gpsTimeStamp: XMLName(Self.exif, "GPSTimeStamp")
        case .gpsDateTime: XMLName(Self.exif, "GPSDateTime")
        case .gpsLatitude: XMLName(Self.exif, "GPSLatitude")
        case .gpsLatitudeRef: XMLName(Self.exif, "GPSLatitudeRef")
        case .gpsLongitude: XMLName(Self.exif, "GPSLongitude")
        case .gpsLongitudeRef: XMLName(Self.exif, "GPSLongitudeRef")
        case .dateCreated: XMLName("http://ns.adobe.com/photoshop/1.0/", "DateCreated")
        case .createDate: XMLName(Self.basic, "CreateDate")
        case .modifyDate: XMLName(Self.basic, "ModifyDate")
        }
    }

    private static let exif = "http://ns.adobe.com/exif/1.0/"
    private static let basic = "http://ns.adobe.com/xap/1.0/"
}
