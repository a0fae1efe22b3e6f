import FactoryCore

/// What a container's reader found inside a file, not yet judged.
struct EmbeddedMetadata: Sendable, Hashable {
    var exif = ExifFields()
    var xmp = XMPFields()
    var iptc = IPTCFields()
    var movie = MovieFields()
    /// Dates that a container of still pictures keeps outside of EXIF, XMP and IPTC: PNG's texts and its time chunk.
    var containerDates: [CaptureSource: String] = [:]
    /// Apple's identifier, which the still and the video of a Live Photo share; upper case.
    var contentIdentifier: String?

    /// One sentence about what could not be read; the rest was used all the same.
    private(set) var problem: String?

    /// Keeps the first problem: what comes later often follows from it.
    mutating func note(_ sentence: String) {
        problem = problem ?? sentence
    }
}
