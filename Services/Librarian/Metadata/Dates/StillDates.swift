import FactoryCore

/// The order in which the dates of a still picture are believed.
enum StillDates {
    /// The best first. Dates of sidecars belong before them all; those of XMP and IPTC before the day of the scan;
    /// those of PNG and of the file's name after it; dates of the last change, which in a quarter of all files is
    /// another day than that of the picture, stay last.
    static func candidates(_ exif: ExifFields) -> [DateCandidate] {
        [original(exif), digitized(exif), modifiedNearSatelliteTime(exif), satelliteTime(exif), modified(exif)]
            .compactMap { $0 }
    }

    private static func original(_ exif: ExifFields) -> DateCandidate? {
        guard let text = exif.original.text else { return nil }
        let offsets = [exif.original.offset, exif.digitized.offset, exif.modified.offset]
        return DateCandidate(
            source: .exifOriginal, text: text, meaning: .local, subSeconds: exif.original.subSeconds,
            offsets: offsets.compactMap { $0 })
    }

    private static func digitized(_ exif: ExifFields) -> DateCandidate? {
        guard let text = exif.digitized.text else { return nil }
        let offsets = [exif.digitized.offset, exif.original.offset, exif.modified.offset]
        return DateCandidate(
            source: .exifDigitized, text: text, meaning: .local, subSeconds: exif.digitized.subSeconds,
            offsets: offsets.compactMap { $0 })
    }

    /// Some cameras write no other local time than this one; the satellites' time tells whether it is that of the
    /// picture or of a later change.
    private static func modifiedNearSatelliteTime(_ exif: ExifFields) -> DateCandidate? {
        guard let text = exif.modified.text, exif.satelliteTime != nil else { return nil }
        return DateCandidate(source: .exifModified, text: text, meaning: .localNearSatelliteTime)
    }

    private static func satelliteTime(_ exif: ExifFields) -> DateCandidate? {
        guard let text = exif.satelliteTime else { return nil }
        return DateCandidate(source: .satellites, text: text, meaning: .instant)
    }

    private static func modified(_ exif: ExifFields) -> DateCandidate? {
        guard let text = exif.modified.text else { return nil }
        return DateCandidate(
            source: .exifModified, text: text, meaning: .localWithTime, subSeconds: exif.modified.subSeconds,
            offsets: [exif.modified.offset].compactMap { $0 })
    }
}
