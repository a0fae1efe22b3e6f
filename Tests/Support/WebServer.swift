internal import FoundationEssentials

/// A web server on 127.0.0.1 that answers well or badly, as the first part of a path says; see `web_server.py`.
public struct WebServer: Sendable {
    /// Where it keeps its record, and its certificate when it has one.
    public let folder: TestFolder
    private let scheme: String
    private let port: String

    init(_ folder: TestFolder, scheme: String) throws {
        self.folder = folder
        self.scheme = scheme
        port = String(decoding: try folder.read("port"), as: UTF8.self)
    }

    /// The URL of what behaves as `path` says, such as `hang` or `404`.
    public func url(_ path: String) -> String {
        "\(scheme)://127.0.0.1:\(port)/\(path)"
    }

    /// From now on every path behaves like `mood`; nil: as it says itself.
    public func set(mood: String?) throws {
        guard let mood else { return try folder.holds("mood") ? folder.remove("mood") : () }
        try folder.write(Array(mood.utf8), to: "mood.new")
        try folder.rename("mood.new", to: "mood")
    }

    /// Every request so far, in order.
    public func requests() throws -> [WebRequest] {
        guard folder.holds("requests") else { return [] }
        let lines = try folder.read("requests").split(separator: UInt8(ascii: "\n"))
        return try lines.map { try JSONDecoder().decode(WebRequest.self, from: Data($0)) }
    }
}

/// Lends a web server.
///
/// - Parameter certificate: the base name of `NAME.pem` and `NAME.key` in `folder`, for HTTPS.
public func withWebServer<Result>(
    certificate: String? = nil, in folder: TestFolder, _ body: (WebServer) async throws -> Result
) async throws -> Result {
    let script = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let files = certificate.map { [folder.path(of: "\($0).pem"), folder.path(of: "\($0).key")] } ?? []
    return try await withRunning(.system("python3"), ["/\(script)/web_server.py", folder.path] + files) { program in
        try await eventually("the web server listens") {
            if await program.hasEnded() { throw SupportError("The web server ended: \(try await program.log())") }
            return folder.holds("port")
        }
        return try await body(WebServer(folder, scheme: certificate == nil ? "http" : "https"))
    }
}

/// The same in a folder of its own.
public func withWebServer<Result>(_ body: (WebServer) async throws -> Result) async throws -> Result {
    try await withTemporaryFolder { try await withWebServer(in: $0, body) }
}
