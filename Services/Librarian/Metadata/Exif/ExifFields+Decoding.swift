import FactoryCore

extension ExifFields {
    /// Decodes the TIFF structure of an EXIF block; nil when there is nothing in it that can be read.
    init?(tiff: ArraySlice<UInt8>) {
        var metadata = EmbeddedMetadata()
        guard metadata.take(exifBlock: tiff) else { return nil }
        self = metadata.exif
    }

    /// As libexif has decoded it.
    init(_ block: borrowing ExifBlock) {
        original = Self.date(block, .dateTimeOriginal, .subSecTimeOriginal, .offsetTimeOriginal)
        digitized = Self.date(block, .dateTimeDigitized, .subSecTimeDigitized, .offsetTimeDigitized)
        modified = Self.date(block, .dateTime, .subSecTime, .offsetTime)
        satelliteTime = ExifPosition.time(
            date: block.text(.gpsDateStamp, in: [.gps]), clock: block.rationals(.gpsTimeStamp))
        place = ExifPosition.place(
            latitude: block.rationals(.gpsLatitude), latitudeReference: block.text(.gpsLatitudeRef, in: [.gps]),
            longitude: block.rationals(.gpsLongitude), longitudeReference: block.text(.gpsLongitudeRef, in: [.gps]))
    }

    private static func date(
        _ block: borrowing ExifBlock, _ text: ExifTagNumber, _ subSeconds: ExifTagNumber, _ offset: ExifTagNumber
    ) -> ExifDate {
        ExifDate(
            text: block.text(text, in: places(of: text)),
            subSeconds: block.text(subSeconds, in: places(of: subSeconds)),
            offset: block.text(offset, in: places(of: offset)))
    }

    /// As the walk over its directories shows it.
    init(_ structure: TIFFStructure<some ByteSource>) throws(ByteSourceError) {
        func text(_ tag: ExifTagNumber) throws(ByteSourceError) -> String? {
            try structure.text(tag, in: Self.places(of: tag))
        }
        original = ExifDate(
            text: try text(.dateTimeOriginal), subSeconds: try text(.subSecTimeOriginal),
            offset: try text(.offsetTimeOriginal))
        digitized = ExifDate(
            text: try text(.dateTimeDigitized), subSeconds: try text(.subSecTimeDigitized),
            offset: try text(.offsetTimeDigitized))
        modified = ExifDate(
            text: try text(.dateTime), subSeconds: try text(.subSecTime), offset: try text(.offsetTime))
        satelliteTime = ExifPosition.time(
            date: try text(.gpsDateStamp), clock: try structure.rationals(.gpsTimeStamp))
        place = ExifPosition.place(
            latitude: try structure.rationals(.gpsLatitude), latitudeReference: try text(.gpsLatitudeRef),
            longitude: try structure.rationals(.gpsLongitude), longitudeReference: try text(.gpsLongitudeRef))
    }

    /// The directories in which a tag is looked for, the right one first: writers have put them into others.
    private static func places(of tag: ExifTagNumber) -> [TIFFDirectory.Role] {
        switch tag {
        case .dateTime: [.main]
        case .dateTimeOriginal: [.exif, .main, .sub, .further]
        case .gpsLatitudeRef, .gpsLatitude, .gpsLongitudeRef, .gpsLongitude, .gpsTimeStamp, .gpsDateStamp: [.gps]
        default: [.exif, .main]
        }
    }
}
