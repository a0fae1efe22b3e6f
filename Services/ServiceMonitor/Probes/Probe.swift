import FactoryCore

/// Finds out how something is that cannot report itself. Each answers within a time of its own, whatever hangs.
protocol Probe: Sendable {
    /// The service's name in the tables.
    var name: String { get }
    /// What the service is for, in a few words.
    var description: String { get }

    /// Looks now.
    func look() async -> ServiceHealth
}
