import FactoryCore

/// The order in which the dates of a video are believed.
enum MovieDates {
    /// The best first: sidecars, then texts, which state the recorder's wall clock, then the header's times, which are
    /// the time of a later export in many files. Dates of the last change are not asked at all.
    static func candidates(
        _ embedded: EmbeddedMetadata, name: FileNameDate? = nil, sidecars: SidecarFacts = SidecarFacts(),
        now: Timestamp
    ) -> [DateCandidate] {
        let header = MovieHeaderDates(movie: embedded.movie, name: name, now: now)
        let guessed =
            [SidecarDates.takeout(sidecars), FileNameDates.local(name)] + StillDates.satelliteTimes(embedded)
            + [FileNameDates.instantOrDay(name)]
        return SidecarDates.first(sidecars, embedded.exif) + texts(embedded) + header.candidates
            + guessed.compactMap { $0 }
    }

    private static func texts(_ embedded: EmbeddedMetadata) -> [DateCandidate] {
        var left = embedded.movie.texts.mapValues(MonthNameDate.normalized)
        left[.exifOriginal] = left[.exifOriginal] ?? embedded.exif.original.text
        left[.xmpOriginal] = left[.xmpOriginal] ?? embedded.xmp.original
        left[.xmpDigitizedByTool] = left[.xmpDigitizedByTool] ?? embedded.xmp.digitizedByTool
        let known = order.compactMap { source in left.removeValue(forKey: source).map { (source, $0) } }
        let others = left.sorted { $0.key.rawValue < $1.key.rawValue }
        return (known + others).map { source, text in
            DateCandidate(
                source: source, text: text, meaning: .localWithTime,
                subSeconds: source == .exifOriginal ? embedded.exif.original.subSeconds : nil,
                offsets: source == .exifOriginal ? [embedded.exif.original.offset].compactMap { $0 } : [],
                zuluIsInstant: source != .exifOriginal,
                // Programs that convert videos write their own time here, without an offset.
                needsOffset: source == .xmpDigitizedByTool)
        }
    }

    /// Apple's Keys come first: of videos that have them and another time in the header, this one was that of an
    /// export by minutes up to years.
    private static let order: [CaptureSource] =
        [
            "Keys:CreationDate", "XML:CreationDateValue", "UserData:ContentCreateDate", "Keys:ContentCreateDate",
            "ItemList:ContentCreateDate", "UserData:DateTimeOriginal", "ItemList:DateTimeOriginal",
        ].map(CaptureSource.init(rawValue:)) + [.xmpOriginal, .xmpDigitizedByTool]
        + ["H264:DateTimeOriginal", "RIFF:DateTimeOriginal"].map(CaptureSource.init(rawValue:)) + [.exifOriginal]
        + ["RIFF:DateCreated"].map(CaptureSource.init(rawValue:))
}
