/// What became of one file that was met in the inbox.
enum FileOutcome: Sendable, Equatable {
    /// With its size in bytes.
    case filed(Int)
    /// It took the place of a stored original; with its size in bytes.
    case healed(Int)
    /// Its content is stored already; it was removed.
    case duplicate
    /// It could not be filed, for this reason, and was put aside.
    case quarantined(String)
    /// Somebody else took it away.
    case vanished
    /// It is no photo or video and stays, for this reason.
    case ignored(String)
    /// It stays until a later look, for this reason.
    case pending(String)
    /// Its end is missing; it is taken as it is when it stays so for long.
    case incomplete(String)
    /// It announces a file that belongs to it; it goes alone when that does not come.
    case awaiting(String)
    /// It cannot be read, moved or recorded, for this reason: somebody has to look.
    case trouble(String)

    /// What becomes of those that had no turn.
    static let filingStopped = FileOutcome.pending("filing stopped")

    /// Whether the file is still in the inbox.
    var stays: Bool {
        switch self {
        case .ignored, .pending, .incomplete, .awaiting, .trouble: true
        case .filed, .healed, .duplicate, .quarantined, .vanished: false
        }
    }

    /// Why the file was not placed; nil when it was.
    var reason: String? {
        switch self {
        case .filed, .healed: nil
        case .duplicate: "its content is stored already"
        case .vanished: "it vanished from the inbox"
        case .ignored(let reason), .pending(let reason), .incomplete(let reason), .awaiting(let reason),
            .trouble(let reason), .quarantined(let reason):
            reason
        }
    }
}
