/// Something that ran slow or failed, for whoever looks for the reason later.
public struct AuditEntry: Sendable, Hashable {
    public enum Status: String, Sendable, Hashable {
        case slow = "SLOW"
        case failed = "FAILED"
    }

    public let service: String
    /// What it did, such as `claim` or `work`.
    public let action: String
    /// The asset's id, where it was about one.
    public let entity: String?
    public let duration: Duration
    public let status: Status
    public let error: String?

    public init(
        service: String, action: String, entity: String?, duration: Duration, status: Status, error: String? = nil
    ) {
        (self.service, self.action, self.entity) = (service, action, entity)
        (self.duration, self.status, self.error) = (duration, status, error)
    }
}
