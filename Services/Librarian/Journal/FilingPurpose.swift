/// Why a file gets a place.
enum FilingPurpose: String, Sendable, Codable {
    /// The content is new.
    case file
    /// The ledger has a row for the content, but its file was missing or damaged.
    case heal
    /// The content stands at the place already, from a filing that left neither row nor journal.
    case adopt
    /// The content stands at the place already, and its row names another, where it is missing or damaged.
    case relocate

    /// Whether a file is moved for it.
    var moves: Bool { self == .file || self == .heal }

    /// Whether the content has a row already, which from now on has to name this place.
    var restores: Bool { self == .heal || self == .relocate }
}
