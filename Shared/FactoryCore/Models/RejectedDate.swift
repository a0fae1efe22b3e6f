/// A date that a file carries and that was not believed.
public struct RejectedDate: Sendable, Hashable, Codable {
    /// Where the date was found.
    public let source: CaptureSource
    /// As the file has it.
    public let text: String
    /// Why it counts as absent, for example "lies in the future".
    public let reason: String

    public init(source: CaptureSource, text: String, reason: String) {
        self.source = source
        self.text = text
        self.reason = reason
    }
}
