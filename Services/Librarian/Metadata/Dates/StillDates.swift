import FactoryCore

/// The order in which the dates of a still picture are believed: sidecars, then what says when the shutter opened, then the
/// day of the scan. A name with a time of day comes before the satellites' time, which shows no wall clock. Dates of the last
/// change, which in a quarter of all files is another day than that of the picture, stay last.
enum StillDates {
    /// Those that are mostly believed, the best first.
    static func first(_ embedded: EmbeddedMetadata, sidecars: SidecarFacts = SidecarFacts()) -> [DateCandidate] {
        var found = SidecarDates.first(sidecars, embedded.exif)
        if let original = original(embedded.exif, embedded.xmp) { found.append(original) }
        return found
    }

    /// Those that are asked where none of the first is believed.
    static func others(
        _ embedded: EmbeddedMetadata, name: FileNameDate? = nil, sidecars: SidecarFacts = SidecarFacts(),
        now: Timestamp
    ) -> [DateCandidate] {
        let (exif, xmp) = (embedded.exif, embedded.xmp)
        let ofContainer = embedded.containerDates.sorted { $0.key.rawValue < $1.key.rawValue }
        var found: [DateCandidate] = []
        func add(_ candidate: DateCandidate?) {
            if let candidate { found.append(candidate) }
        }
        add(XMPDates.original(xmp))
        add(XMPDates.created(xmp))
        add(IPTCDate.candidate(embedded.iptc))
        add(digitized(exif, xmp))
        XMPDates.digitized(xmp).forEach(add)
        for (source, text) in ofContainer where !source.isOfLastChange { add(container(source, text)) }
        // Pictures that move may have a movie's header and nothing else.
        MovieHeaderDates(movie: embedded.movie, name: name, now: now).candidates.forEach(add)
        add(SidecarDates.takeout(sidecars))
        add(FileNameDates.local(name))
        add(modifiedNearSatelliteTime(embedded))
        satelliteTimes(embedded).forEach(add)
        add(FileNameDates.instantOrDay(name))
        add(modified(exif))
        add(XMPDates.modified(xmp))
        for (source, text) in ofContainer where source.isOfLastChange { add(container(source, text)) }
        return found
    }

    private static func original(_ exif: ExifFields, _ xmp: XMPFields) -> DateCandidate? {
        guard let text = exif.original.text else { return nil }
        let offsets = [exif.original.offset, exif.digitized.offset, exif.modified.offset]
        return DateCandidate(
            source: .exifOriginal, text: text, meaning: .local, subSeconds: exif.original.subSeconds,
            offsets: offsets.compactMap { $0 }, twins: twins(xmp))
    }

    private static func digitized(_ exif: ExifFields, _ xmp: XMPFields) -> DateCandidate? {
        guard let text = exif.digitized.text else { return nil }
        let offsets = [exif.digitized.offset, exif.original.offset, exif.modified.offset]
        return DateCandidate(
            source: .exifDigitized, text: text, meaning: .local, subSeconds: exif.digitized.subSeconds,
            offsets: offsets.compactMap { $0 }, twins: twins(xmp))
    }

    private static func twins(_ xmp: XMPFields) -> [String] {
        [xmp.original, xmp.created, xmp.digitizedByTool].compactMap { $0 }
    }

    /// Some cameras write no other local time than this one; the satellites' time tells whether it is that of the
    /// picture or of a later change.
    private static func modifiedNearSatelliteTime(_ embedded: EmbeddedMetadata) -> DateCandidate? {
        guard let text = embedded.exif.modified.text, !SatelliteTime.texts(embedded).isEmpty else { return nil }
        return DateCandidate(source: .exifModified, text: text, meaning: .localNearSatelliteTime)
    }

    static func satelliteTimes(_ embedded: EmbeddedMetadata) -> [DateCandidate] {
        SatelliteTime.texts(embedded).map { DateCandidate(source: .satellites, text: $0, meaning: .instant) }
    }

    private static func modified(_ exif: ExifFields) -> DateCandidate? {
        guard let text = exif.modified.text else { return nil }
        return DateCandidate(
            source: .exifModified, text: text, meaning: .localWithTime, subSeconds: exif.modified.subSeconds,
            offsets: [exif.modified.offset].compactMap { $0 })
    }

    private static func container(_ source: CaptureSource, _ text: String) -> DateCandidate {
        DateCandidate(
            source: source, text: MonthNameDate.normalized(text), meaning: .localWithTime, zuluIsInstant: true)
    }
}
