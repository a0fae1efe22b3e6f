import FactoryCore

/// The dates that stand beside a picture or video.
enum SidecarDates {
    /// Of XMP, which win over all others.
    ///
    /// - Parameter exif: whose offset counts where both show the same local time.
    static func first(_ sidecars: SidecarFacts, _ exif: ExifFields) -> [DateCandidate] {
        guard let xmp = sidecars.xmp else { return [] }
        let twin = exif.original.text.flatMap { text in exif.original.offset.map { "\(text)\($0)" } }
        return XMPDates.ofSidecar(xmp, twins: [twin].compactMap { $0 })
    }

    /// Of Google Takeout, which come after those in the file: Google keeps these, and makes one up where there is none.
    static func takeout(_ sidecars: SidecarFacts) -> DateCandidate? {
        guard let taken = sidecars.takeout?.taken else { return nil }
        let text = Int(taken).map { Timestamp(seconds: $0).utc.sqlText } ?? taken
        return DateCandidate(source: .takeout, text: text, meaning: .instant)
    }
}
