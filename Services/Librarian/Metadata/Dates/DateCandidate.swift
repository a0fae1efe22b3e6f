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
}
