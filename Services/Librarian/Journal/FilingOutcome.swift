/// What became of an intent.
enum FilingOutcome: String, Sendable, Codable {
    /// The file stands where the intent said.
    case filed
    /// Nothing was moved; the file is still in the inbox, or somebody else took it.
    case withdrawn
}
