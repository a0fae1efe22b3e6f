import FactoryCore

extension ExifFields {
    /// Decodes the TIFF structure of an EXIF block; nil when there is nothing in it that can be read.
    init?(tiff: ArraySlice<UInt8>) {
        guard let block = ExifBlock(tiff: tiff), !block.isEmpty else { return nil }
        original = ExifDate(
            text: block.text(.dateTimeOriginal, in: .exif, .main, .thumbnail),
            subSeconds: block.text(.subSecTimeOriginal, in: .exif, .main),
            offset: block.text(.offsetTimeOriginal, in: .exif, .main))
        digitized = ExifDate(
            text: block.text(.dateTimeDigitized, in: .exif, .main),
            subSeconds: block.text(.subSecTimeDigitized, in: .exif, .main),
            offset: block.text(.offsetTimeDigitized, in: .exif, .main))
        modified = ExifDate(
            text: block.text(.dateTime, in: .main),
            subSeconds: block.text(.subSecTime, in: .exif, .main),
            offset: block.text(.offsetTime, in: .exif, .main))
        satelliteTime = ExifPosition.time(
            date: block.text(.gpsDateStamp, in: .gps), clock: block.rationals(.gpsTimeStamp))
        place = ExifPosition.place(
            latitude: block.rationals(.gpsLatitude), latitudeReference: block.text(.gpsLatitudeRef, in: .gps),
            longitude: block.rationals(.gpsLongitude), longitudeReference: block.text(.gpsLongitudeRef, in: .gps))
    }
}
