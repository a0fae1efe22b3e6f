/// What stood at an original's place when it was read again.
enum ScrubSight: Sendable, Hashable {
    case nothing
    /// Something is there that could not be read, for this reason.
    case unreadable(String)
    case file(SeenFile)
}
