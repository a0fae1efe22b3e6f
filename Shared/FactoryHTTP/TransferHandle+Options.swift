import CLibCurl
import FactoryCore

extension TransferHandle {
    /// Everything that a request and our own rules ask of libcurl.
    init(_ request: HTTPRequest, to address: HTTPAddress) throws(HTTPError) {
        try self.init(headers: Self.lines(request), sizeLimit: request.sizeLimit)
        set(CURLOPT_URL, request.url)
        set(CURLOPT_USERAGENT, "photo-factory/\(FactoryVersion.current)")
        if request.method == .post {
            set(CURLOPT_POST, true)
            setBody(request.body ?? [])
        }
        setProtocol()
        setBounds(request)
        setTrust(request)
        setWay(request, to: address)
    }

    private static func lines(_ request: HTTPRequest) -> [String] {
        // libcurl calls a body a form, and waits with a large one for a server's leave, unless it is told otherwise.
        let isTyped = request.headers.contains { $0.name.lowercased() == "content-type" }
        return request.headers.map(\.line) + (isTyped ? [] : ["Content-Type:"]) + ["Expect:"]
    }

    private mutating func setProtocol() {
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        // A redirect is an answer like others: it must not send a secret to another server.
        set(CURLOPT_FOLLOWLOCATION, false)
    }

    private mutating func setBounds(_ request: HTTPRequest) {
        set(CURLOPT_TIMEOUT_MS, request.milliseconds)
        set(CURLOPT_CONNECTTIMEOUT_MS, request.milliseconds)
        // Its timers would be signals. No write of libcurl's raises SIGPIPE.
        set(CURLOPT_NOSIGNAL, true)
        // A look-up that hangs is left behind and not waited for.
        set(CURLOPT_QUICK_EXIT, true)
    }

    private mutating func setTrust(_ request: HTTPRequest) {
        set(CURLOPT_SSL_VERIFYPEER, true)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        guard let file = request.certificateFile else { return }
        set(CURLOPT_CAINFO, file)
        set(CURLOPT_CAPATH, nil)
    }

    /// A proxy that the environment names (`https_proxy`, `no_proxy`, …) is used as by other programs, but never for this
    /// machine itself.
    private mutating func setWay(_ request: HTTPRequest, to address: HTTPAddress) {
        if address.isLoopback || request.unixSocket != nil { set(CURLOPT_PROXY, "") }
        if let socket = request.unixSocket { set(CURLOPT_UNIX_SOCKET_PATH, socket) }
    }
}
