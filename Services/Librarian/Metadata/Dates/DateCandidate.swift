import FactoryCore

/// A date that a file offers, not yet judged.
struct DateCandidate: Sendable, Hashable {
    /// What the text stands for.
    enum Meaning: Sendable, Hashable {
        /// The wall clock where the picture was taken; a day alone will do.
        case local
        /// The same, but a day alone is too little.
        case localWithTime
        /// A wall clock that counts only when it differs from the satellites' time by what a time zone can be.
        case localNearSatelliteTime
        /// UTC.
        case instant
    }

    let source: CaptureSource
    /// As the file has it.
    let text: String
    let meaning: Meaning
    /// Decimals of the second from a tag of their own.
    var subSeconds: String?
    /// Offsets from tags of their own, the most trusted one first, used where the text has none.
    var offsets: [String] = []
    /// Dates of other sources, whose offset counts where they show the same local time.
    var twins: [String] = []
    /// Whether the letter Z makes an instant of the text: it does where writers put it for want of a zone, as in XMP
    /// and videos, and there is nobody's wall clock then.
    var zuluIsInstant = false
    /// Whether the text counts only with an offset of its own.
    var needsOffset = false
}
