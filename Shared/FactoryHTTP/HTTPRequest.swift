/// One request over HTTP, and the bounds within which its answer has to stay.
public struct HTTPRequest: Sendable, Hashable {
    /// What is asked for.
    public var method: HTTPMethod
    /// Absolute, `http` or `https`. A name and password in it are sent as basic authentication.
    public var url: String
    /// In the order in which they are sent.
    public var headers: [HTTPHeader]
    /// What a POST carries; nil is empty.
    public var body: [UInt8]?
    /// How long all of it may take, from the look-up of the name to the last byte.
    public var timeLimit: Duration
    /// How many bytes the answer's body may have.
    public var sizeLimit: Int
    /// A file of certificates in PEM: only a server that shows one of these, or one that is signed by one of these, is
    /// believed then. Nil for those that the machine believes.
    public var certificateFile: String?
    /// The socket to talk over, such as Docker's, instead of the host and port in `url`.
    public var unixSocket: String?

    /// - Parameters:
    ///   - timeLimit: of the whole exchange, 10 s by default.
    ///   - sizeLimit: in bytes, 1 MiB by default.
    public init(
        _ url: String, method: HTTPMethod = .get, headers: [HTTPHeader] = [], body: [UInt8]? = nil,
        timeLimit: Duration = .seconds(10), sizeLimit: Int = 1 << 20, certificateFile: String? = nil,
        unixSocket: String? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeLimit = timeLimit
        self.sizeLimit = sizeLimit
        self.certificateFile = certificateFile
        self.unixSocket = unixSocket
    }

    /// The host that the URL names, with its port where that is named: what may be told of a URL that is a secret.
    ///
    /// - Throws: `HTTPError` for what is no absolute URL of `http` or `https`.
    public func server() throws(HTTPError) -> String {
        try HTTPAddress(url).server
    }

    /// The time limit as libcurl counts; never 0, which would mean none.
    var milliseconds: Int {
        let (seconds, attoseconds) = timeLimit.components
        return max(1, Int(min(max(seconds, 0), 86_400)) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }

    /// The time limit in words.
    var limitText: String {
        milliseconds.isMultiple(of: 1000) ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
    }
}
