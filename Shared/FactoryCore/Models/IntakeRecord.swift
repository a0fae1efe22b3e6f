/// One row of `factory.intake`: a file that did not become an asset, and why.
public struct IntakeRecord: Sendable, Hashable {
    public let outcome: IntakeOutcome
    /// Absolute.
    public let originalPath: String
    public let originalName: String
    /// In bytes.
    public let size: Int
    public let fingerprint: Fingerprint?
    /// Where the bytes are now, or the original that has the same; absolute.
    public let storedPath: String?
    public let reason: String
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
