import FactoryCore

/// The dates of XMP, of which none but photoshop:DateCreated may be a day alone.
enum XMPDates {
    /// exif:DateTimeOriginal.
    static func original(_ xmp: XMPFields) -> DateCandidate? {
        candidate(xmp.original, .xmpOriginal, .localWithTime)
    }

    /// When the content was created, for scans before the file was: photoshop:DateCreated.
    static func created(_ xmp: XMPFields) -> DateCandidate? {
        candidate(xmp.created, .xmpCreated, .local)
    }

    /// When the file came to be: xmp:CreateDate, exif:DateTimeDigitized.
    static func digitized(_ xmp: XMPFields) -> [DateCandidate] {
        [
            candidate(xmp.digitizedByTool, .xmpDigitizedByTool, .localWithTime),
            candidate(xmp.digitized, .xmpDigitized, .localWithTime),
        ].compactMap { $0 }
    }

    /// xmp:ModifyDate.
    static func modified(_ xmp: XMPFields) -> DateCandidate? {
        candidate(xmp.modified, .xmpModified, .localWithTime)
    }

    /// Those of a file beside the picture, which its owner made or changed later: they win over all in the picture.
    ///
    /// - Parameter twins: dates of the picture itself, whose offset counts where they show the same local time.
    static func ofSidecar(_ xmp: XMPFields, twins: [String]) -> [DateCandidate] {
        ([original(xmp), created(xmp)].compactMap { $0 } + digitized(xmp)).map { candidate in
            DateCandidate(
                source: candidate.source.inSidecar, text: candidate.text, meaning: candidate.meaning,
                twins: twins, zuluIsInstant: true)
        }
    }

    private static func candidate(
        _ text: String?, _ source: CaptureSource, _ meaning: DateCandidate.Meaning
    ) -> DateCandidate? {
        text.map { DateCandidate(source: source, text: $0, meaning: meaning, zuluIsInstant: true) }
    }
}
