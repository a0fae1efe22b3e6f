/// What a request asks for.
public enum HTTPMethod: Sendable, Hashable {
    case get
    case post
}
