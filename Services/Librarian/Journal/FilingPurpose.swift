/// Why a file gets a place.
enum FilingPurpose: String, Sendable, Codable {
    /// The content is new.
    case file
    /// The ledger has a row for the content, but its file was missing or damaged.
    case heal
    /// The content stands at the place already, from a filing that left neither row nor journal.
    case adopt
}
