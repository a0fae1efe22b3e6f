import CLibCurl

/// What a URL says about the server; read by libcurl, so that what is judged here is what is used there.
struct HTTPAddress {
    /// With the port where the URL names one: what an error may say about the URL.
    let server: String
    /// Whether the server is this machine.
    let isLoopback: Bool

    /// - Throws: `HTTPError` for what is no absolute URL of `http` or `https`.
    init(_ url: String) throws(HTTPError) {
        guard let parser = curl_url() else { throw HTTPError(.unusable, "libcurl has no memory for a URL") }
        defer { curl_url_cleanup(parser) }
        // A C string would end at a NUL, and what was judged would not be all of it.
        guard !url.utf8.contains(0), curl_url_set(parser, CURLUPART_URL, url, 0) == CURLUE_OK,
            let host = Self.part(CURLUPART_HOST, of: parser)
        else { throw HTTPError(.unusable, "the URL is not one that can be used") }
        guard let scheme = Self.part(CURLUPART_SCHEME, of: parser), ["http", "https"].contains(scheme) else {
            throw HTTPError(.unusable, "the URL is none of http or https")
        }
        server = Self.part(CURLUPART_PORT, of: parser).map { "\(host):\($0)" } ?? host
        isLoopback = Self.isLoopback(host)
    }

    private static func isLoopback(_ host: String) -> Bool {
        let name = host.lowercased()
        return name == "localhost" || name.hasSuffix(".localhost") || name == "[::1]"
            || (name.hasPrefix("127.") && name.allSatisfy { $0.isNumber || $0 == "." })
    }

    private static func part(_ part: CURLUPart, of parser: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(parser, part, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
