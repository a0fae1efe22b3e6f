/// What a container's own health check says; the worst first.
enum ContainerHealth: String, Sendable, CaseIterable {
    case unhealthy
    case starting
    case healthy

    /// Read from Docker's sentence for people, which every version ends in the same way: "Up 4 hours (healthy)".
    ///
    /// - Returns: nil where it tells none.
    init?(status: String) {
        let words = [("(unhealthy)", Self.unhealthy), ("(health: starting)", .starting), ("(healthy)", .healthy)]
        guard let word = words.first(where: { status.hasSuffix($0.0) }) else { return nil }
        self = word.1
    }

    /// The worst of several; nil where none tells any.
    static func worst(_ healths: [ContainerHealth?]) -> ContainerHealth? {
        allCases.first { healths.contains($0) }
    }
}
