/// What a service says of itself when it is asked.
public struct ServiceHealth: Sendable, Hashable {
    /// How the service is doing.
    public let status: ServiceStatus
    /// Progress, or what is wrong, in words for a person.
    public let task: String

    public init(status: ServiceStatus, task: String) {
        self.status = status
        self.task = task
    }
}
