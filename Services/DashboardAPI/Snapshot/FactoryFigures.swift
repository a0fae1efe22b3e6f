import FactoryCore

/// What a snapshot says in numbers; nil for what could not be read.
struct FactoryFigures: Sendable {
    let assets: Int?
    let bytes: Int?
    let waiting: Int?
    let quarantined: Int?
    /// By the service's name: `green`, `yellow`, `red` or `unknown`.
    let lights: [(service: String, light: String)]

    init(_ facts: SnapshotFacts) {
        assets = facts.media?.total
        bytes = facts.media?.bytes
        waiting = facts.intake?.waiting ?? nil
        quarantined = facts.intake?.count(.quarantined)
        lights = (facts.services ?? []).map { ($0.state.name, $0.light) }
    }
}
