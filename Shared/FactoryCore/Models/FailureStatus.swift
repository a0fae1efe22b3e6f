/// What becomes of a failure.
public enum FailureStatus: String, Sendable, Hashable, CaseIterable {
    /// It is tried again by itself.
    case open = "OPEN"
    /// It is tried again when somebody asks for it.
    case givenUp = "GIVEN UP"
    case resolved = "RESOLVED"
}
