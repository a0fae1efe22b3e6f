/// What a service says of itself when it is asked.
public struct ServiceHealth: Sendable, Hashable {
    /// How the service is doing.
    public let status: ServiceStatus
    /// Progress, or what is wrong, in words for a person.
    public let task: String
    /// Whether work is due and nothing moves, for no reason outside: then a restart may help.
    public let isHanging: Bool

    public init(status: ServiceStatus, task: String, isHanging: Bool = false) {
        self.status = status
        self.task = task
        self.isHanging = isHanging
    }
}
