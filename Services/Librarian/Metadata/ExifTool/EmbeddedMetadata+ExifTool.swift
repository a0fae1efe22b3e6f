import FactoryCore

extension EmbeddedMetadata {
    /// What ExifTool's tags say, in the places where our own readers put the same.
    init(_ tags: ExifToolTags, kind: MediaKind) {
        self.init()
        exif = ExifFields(tags)
        xmp = XMPFields(tags)
        iptc = IPTCFields(tags)
        movie = MovieFields(tags)
        let place = GeoPoint(tags, "Composite")
        if kind == .video { movie.place = place } else { exif.place = place }
        for source in CaptureSource.exifToolStillSources { containerDates[source] = tags.text(source.rawValue) }
        contentIdentifier = tags.text("Keys:ContentIdentifier", "Apple:ContentIdentifier")?.uppercased()
    }

    /// Takes what another program found and our readers did not.
    mutating func fillGaps(fromFallback other: EmbeddedMetadata) {
        fillGaps(from: other)
        containerDates.merge(other.containerDates) { own, _ in own }
        movie.texts.merge(other.movie.texts) { own, _ in own }
        movie.headerTimes.merge(other.movie.headerTimes) { own, _ in own }
        movie.duration = movie.duration ?? other.movie.duration
        movie.offset = movie.offset ?? other.movie.offset
        movie.place = movie.place ?? other.movie.place
    }
}

extension ExifFields {
    fileprivate init(_ tags: ExifToolTags) {
        original = ExifDate(
            text: tags.text(
                "ExifIFD:DateTimeOriginal", "IFD0:DateTimeOriginal", "SubIFD:DateTimeOriginal",
                "CanonRaw:DateTimeOriginal", "IFD1:DateTimeOriginal"),
            subSeconds: tags.text("ExifIFD:SubSecTimeOriginal"),
            offset: tags.text("ExifIFD:OffsetTimeOriginal", "IFD0:OffsetTimeOriginal"))
        digitized = ExifDate(
            text: tags.text("ExifIFD:CreateDate", "IFD0:CreateDate"),
            subSeconds: tags.text("ExifIFD:SubSecTimeDigitized"), offset: tags.text("ExifIFD:OffsetTimeDigitized"))
        modified = ExifDate(
            text: tags.text("IFD0:ModifyDate"), subSeconds: tags.text("ExifIFD:SubSecTime"),
            offset: tags.text("ExifIFD:OffsetTime"))
        // Its Z is not part of EXIF's form.
        satelliteTime = tags.text("Composite:GPSDateTime").map { $0.hasSuffix("Z") ? String($0.dropLast()) : $0 }
    }
}

extension XMPFields {
    fileprivate init(_ tags: ExifToolTags) {
        original = tags.text("XMP-exif:DateTimeOriginal")
        created = tags.text("XMP-photoshop:DateCreated")
        digitizedByTool = tags.text("XMP-xmp:CreateDate")
        digitized = tags.text("XMP-exif:DateTimeDigitized")
        modified = tags.text("XMP-xmp:ModifyDate")
        satelliteTime = tags.text("XMP-exif:GPSDateTime")
        place = GeoPoint(tags, "XMP-exif")
    }
}

extension IPTCFields {
    /// The records themselves have no punctuation.
    fileprivate init(_ tags: ExifToolTags) {
        dateCreated = tags.text("IPTC:DateCreated").map { $0.filter { $0 != ":" } }
        timeCreated = tags.text("IPTC:TimeCreated").map { $0.filter { $0 != ":" } }
    }
}

extension GeoPoint {
    fileprivate init?(_ tags: ExifToolTags, _ group: String) {
        guard let latitude = tags.number("\(group):GPSLatitude"), let longitude = tags.number("\(group):GPSLongitude")
        else { return nil }
        self.init(latitude: latitude, longitude: longitude)
    }
}
