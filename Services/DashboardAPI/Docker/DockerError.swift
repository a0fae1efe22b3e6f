/// Why Docker did not give what it was asked for: one sentence that names where it was asked.
struct DockerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// For callers that decide by it.
    enum Kind: Sendable, Equatable {
        /// The time limit passed.
        case silent
        /// There is no such container, or none any more.
        case gone
        /// The answer is larger than what is taken.
        case tooLarge
        /// The question was given up.
        case cancelled
        /// Anything else.
        case failed
    }

    let kind: Kind
    let description: String

    init(_ kind: Kind, _ description: String) {
        (self.kind, self.description) = (kind, description)
    }
}
