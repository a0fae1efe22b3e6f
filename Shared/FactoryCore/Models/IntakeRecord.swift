/// One row of `factory.intake`: a file that did not become an asset, and why.
public struct IntakeRecord: Sendable, Hashable {
    /// What became of the file instead.
    public let outcome: IntakeOutcome
    /// Absolute.
    public let originalPath: String
    /// As it was in the inbox; bytes that are no UTF-8 are percent-escaped.
    public let originalName: String
    /// In bytes.
    public let size: Int
    /// The SHA-256 of the content; nil when it was not read to its end.
    public let fingerprint: Fingerprint?
    /// Where the bytes are now, or the original that has the same; absolute.
    public let storedPath: String?
    /// In words for a person.
    public let reason: String
    /// When that was decided.
    public let time: Timestamp

    public init(
        outcome: IntakeOutcome, originalPath: String, originalName: String, size: Int, fingerprint: Fingerprint?,
        storedPath: String?, reason: String, time: Timestamp
    ) {
        self.outcome = outcome
        self.originalPath = originalPath
        self.originalName = originalName
        self.size = size
        self.fingerprint = fingerprint
        self.storedPath = storedPath
        self.reason = reason
        self.time = time
    }
}
