/// What the list does not say of a container. Its environment stands beside it in Docker's answer, and is never read.
struct InspectedContainer: Sendable, Equatable, Decodable {
    private enum Key: String, CodingKey {
        case restarts = "RestartCount"
        case config = "Config"
    }

    private enum ConfigKey: String, CodingKey {
        case isTerminal = "Tty"
    }

    /// How often Docker has started it again by itself.
    let restarts: Int
    /// Whether it writes to a terminal: then its log is a plain stream.
    let isTerminal: Bool

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        restarts = max(0, try values.decodeIfPresent(Int.self, forKey: .restarts) ?? 0)
        let config = try values.nestedContainer(keyedBy: ConfigKey.self, forKey: .config)
        isTerminal = try config.decodeIfPresent(Bool.self, forKey: .isTerminal) ?? false
    }
}
