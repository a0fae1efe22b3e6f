/// How a service says it is doing; the words are those of the tables.
public enum ServiceStatus: String, Sendable, Codable, CaseIterable {
    case ok = "OK"
    /// Degraded, but functional.
    case warning = "WARNING"
    /// The service cannot do its job.
    case error = "ERROR"
}
