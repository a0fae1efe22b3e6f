/// What is known of reading originals again, for the dashboard.
public struct ScrubSummary: Sendable, Hashable {
    /// Since when nobody knows whether all is whole: when the original was read, or filed, that waits longest.
    /// Nil without any, and where reading again never began.
    public let oldest: Timestamp?
    /// How many originals are not as they should be.
    public let findings: Int
    /// When every original had last been read since a round began; nil when that never came to pass.
    public let roundEnded: Timestamp?

    public init(oldest: Timestamp?, findings: Int, roundEnded: Timestamp?) {
        (self.oldest, self.findings, self.roundEnded) = (oldest, findings, roundEnded)
    }
}
