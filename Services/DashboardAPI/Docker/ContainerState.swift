/// How the container of a service is; of several the worst, with the restarts of all.
struct ContainerState: Sendable, Equatable {
    let phase: ContainerPhase
    /// Nil where it has no health check.
    let health: ContainerHealth?
    /// How often Docker has started it again by itself; nil where that is not known.
    let restarts: Int?

    init(phase: ContainerPhase, health: ContainerHealth?, restarts: Int?) {
        (self.phase, self.health, self.restarts) = (phase, health, restarts)
    }

    /// - Parameters:
    ///   - containers: at least one.
    ///   - inspected: by their ids.
    init?(_ containers: [ListedContainer], _ inspected: [String: InspectedContainer]) {
        guard let phase = ContainerPhase.worst(containers.map(\.phase)) else { return nil }
        let restarts = containers.map { inspected[$0.id]?.restarts }
        self.init(
            phase: phase, health: .worst(containers.map(\.health)),
            restarts: restarts.reduce(0) { sum, one in sum.flatMap { sum in one.map { sum &+ $0 } } })
    }

    var json: JSONValue {
        ["state": .text(phase.rawValue), "health": .text(health?.rawValue), "restarts": .integer(restarts)]
    }
}
