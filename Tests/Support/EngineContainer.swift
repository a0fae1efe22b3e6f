/// A container that exists only as what an engine answers about it.
public struct EngineContainer: Sendable, Codable {
    /// 64 hexadecimal digits.
    public var id: String
    public var labels: [String: String]
    public var state = "running"
    public var status = "Up 2 hours"
    /// In seconds since 1970.
    public var created = 1_700_000_000
    public var restarts = 0
    public var terminal = false
    /// What stands in its environment.
    public var secret = "hunter2"
    public var log: [EngineLogEntry] = []

    /// - Parameters:
    ///   - digit: of which the id is made.
    ///   - project: of Compose.
    public init(_ service: String, digit: Character = "a", project: String = "factory") {
        id = String(repeating: digit, count: 64)
        labels = ["com.docker.compose.service": service, "com.docker.compose.project": project]
    }
}
