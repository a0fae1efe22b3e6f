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
    /// Whether the file has metadata in a form that our own readers cannot read and another program may.
    var needsFallback = false

    /// What of the file is missing, in one sentence; nil for a whole one.
    var incompleteness: String?
    private var firstProblem: String?

    /// What is missing and what could not be read, in sentences; the rest was used all the same.
    var problem: String? {
        let sentences = [incompleteness, firstProblem].compactMap { $0 }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    /// Keeps the first problem: what comes later often follows from it.
    mutating func note(_ sentence: String) {
        firstProblem = firstProblem ?? sentence
    }
}
