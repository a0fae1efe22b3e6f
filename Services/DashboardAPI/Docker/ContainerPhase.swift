/// What Docker calls a container's state; the worst first.
enum ContainerPhase: String, Sendable, CaseIterable {
    case dead
    case exited
    case removing
    case restarting
    /// A word that is none of the others.
    case unknown
    case paused
    case created
    case running

    /// The worst of several.
    static func worst(_ phases: [ContainerPhase]) -> ContainerPhase? {
        allCases.first { phases.contains($0) }
    }
}
