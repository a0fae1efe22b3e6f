import FactoryCore
import FactoryHTTP

/// Where the Docker API answers, as `DOCKER_HOST` says it.
struct DockerAddress: Sendable, Equatable {
    /// The kernel's limit for the path of a socket, in bytes.
    private static let longestPath = 107
    /// Where engines listen that name no port.
    private static let usualPort = 2375

    /// The beginning of every URL, without a slash at the end.
    let url: String
    /// The socket to talk over; nil for TCP.
    let socket: String?

    /// For messages: the socket, or host and port.
    let name: String

    /// - Parameter text: `unix:///path`, `tcp://host:port` or `http://host:port`.
    /// - Throws: `SettingsError` for anything else.
    init(_ text: String) throws(SettingsError) {
        if text.hasPrefix("unix://") {
            let path = String(text.dropFirst("unix://".count))
            guard path.hasPrefix("/"), path.utf8.count <= Self.longestPath, !path.utf8.contains(0) else {
                throw Self.refusal(text)
            }
            (url, socket, name) = ("http://docker", path, path)
            return
        }
        let scheme = ["tcp://", "http://"].first { text.hasPrefix($0) }
        guard let scheme, let server = Self.server(text.dropFirst(scheme.count)) else { throw Self.refusal(text) }
        (url, socket, name) = ("http://\(server)", nil, server)
    }

    /// Host and port, and nothing beside them.
    private static func server(_ text: Substring) -> String? {
        let authority = text.last == "/" ? text.dropLast() : text
        guard !authority.isEmpty, !authority.contains(where: { "/@?#%\\".contains($0) || $0.isWhitespace }) else {
            return nil
        }
        let hasPort = authority.last != "]" && authority.contains(":")
        let whole = hasPort ? String(authority) : "\(authority):\(usualPort)"
        return (try? HTTPRequest("http://\(whole)/").server()) == whole ? whole : nil
    }

    private static func refusal(_ text: String) -> SettingsError {
        SettingsError(
            key: "DOCKER_HOST",
            reason: "is '\(text)', but must be unix:///path, tcp://host:port or http://host:port")
    }
}
