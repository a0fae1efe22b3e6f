/// Why there is no answer: one sentence that names the host. It holds nothing of the URL's user, path or query, nor of
/// any header, for these may be secrets.
public struct HTTPError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What happened, for callers that decide by it.
    public enum Kind: Sendable, Hashable {
        /// The request itself cannot be sent: its URL, a header, a file that it names.
        case unusable
        /// No address is known for the host.
        case unknownHost
        /// Nobody listens there, or no way leads there.
        case unreachable
        /// The time limit passed.
        case timedOut
        /// The server's certificate is not believed.
        case untrusted
        /// The answer is larger than the request allowed.
        case tooLarge
        /// What came is no answer in HTTP, or the connection broke off.
        case broken
        /// The task was cancelled.
        case cancelled
    }

    public let kind: Kind
    public let description: String

    init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
