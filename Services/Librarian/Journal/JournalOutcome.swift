/// What became of an intent.
enum JournalOutcome: String, Sendable, Codable {
    /// The file stands in Originals where the intent said.
    case filed
    /// The copy is gone.
    case removed
    /// The file stands in the quarantine where the intent said.
    case quarantined
    /// Nothing was moved; the file is still where it was, or somebody else took it.
    case withdrawn
}
