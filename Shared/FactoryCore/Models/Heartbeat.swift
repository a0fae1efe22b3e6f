/// One sign of life of one service.
public struct Heartbeat: Sendable, Hashable {
    /// At most 64 characters.
    public let service: String
    /// How the service said it was doing.
    public let status: ServiceStatus
    /// What the service is doing, in words for a person; nil when there is nothing to say.
    public let task: String?
    /// When the service said so, which may be long before it could be written.
    public let time: Timestamp

    public init(service: String, status: ServiceStatus, task: String?, time: Timestamp) {
        self.service = service
        self.status = status
        self.task = task
        self.time = time
    }
}
