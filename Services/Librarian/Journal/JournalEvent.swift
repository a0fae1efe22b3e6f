/// What a line of the journal says.
enum JournalEvent: Sendable, Codable, Equatable {
    /// A file is about to be filed.
    case intent(FilingIntent)
    /// How the intent in line `line` of segment `segment` ended.
    case outcome(segment: Int, line: Int, FilingOutcome, note: String?)
}
