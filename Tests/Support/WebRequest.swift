/// What a web server was asked.
public struct WebRequest: Sendable, Codable {
    public let method: String
    public let path: String
    /// By their names in lower case.
    public let headers: [String: String]
    public let body: String
}
