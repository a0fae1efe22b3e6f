import TestSupport
import Testing

@testable import FactoryHTTP

@Suite("Where the HTTP client can go")
struct HTTPAddressTests {
    private let client = HTTPClient(label: "test")

    @Test(
        "What is no URL of http or https is refused before anybody is asked, and not repeated",
        arguments: [
            "", "secret", "/secret", "file:///etc/secret", "ftp://127.0.0.1/secret", "javascript:secret",
            "127.0.0.1:80/secret", "http://", "http://127.0.0.1:99999/secret", "http://127.0.0.1/a secret",
            "http://127.0.0.1/\0secret", "http://127.0.0.1/secret\r\nX: y",
        ])
    func unusable(url: String) async throws {
        let error = try await failure(of: HTTPRequest(url))
        #expect(error.kind == .unusable)
        #expect(!error.description.contains("secret"), "\(error)")
    }

    @Test("A header that HTTP cannot carry is refused")
    func header() async throws {
        for header in [
            HTTPHeader("A", "b\r\nC: d"), HTTPHeader("A b", "c"), HTTPHeader("", "c"), HTTPHeader("A", "b\0"),
        ] {
            let error = try await failure(of: HTTPRequest("http://127.0.0.1:1/", headers: [header]))
            #expect(error.kind == .unusable)
        }
    }

    @Test("A port at which nobody listens is told")
    func refused() async throws {
        let error = try await failure(of: HTTPRequest("http://127.0.0.1:1/secret"))
        #expect(error.kind == .unreachable)
        #expect(error.description == "127.0.0.1:1 cannot be reached: Connection refused")
    }

    @Test("A host that nobody knows is told")
    func unknown() async throws {
        let error = try await failure(of: HTTPRequest("http://nowhere.invalid/secret", timeLimit: .seconds(30)))
        #expect(error.kind == .unknownHost)
        #expect(error.description == "no address is known for nowhere.invalid")
    }

    @Test("A socket that is not there is told by its path")
    func noSocket() async throws {
        let error = try await failure(of: HTTPRequest("http://docker/secret", unixSocket: "/nowhere/docker.sock"))
        #expect(error.kind == .unreachable)
        #expect(error.description == "/nowhere/docker.sock cannot be reached: No such file or directory")
    }

    @Test("This machine is known by its names, and a port is told where the URL has one")
    func loopback() throws {
        for url in ["http://localhost", "https://127.0.0.1", "http://[::1]", "http://a.localhost/b"] {
            #expect(try HTTPAddress(url).isLoopback)
        }
        for url in ["http://example.org", "http://127.example.org", "http://10.0.0.1", "http://localhost.example.org"] {
            #expect(try !HTTPAddress(url).isLoopback)
        }
        #expect(try HTTPAddress("https://me:secret@example.org:8443/path?query#part").server == "example.org:8443")
        #expect(try HTTPAddress("https://example.org").server == "example.org")
    }

    private func failure(of request: HTTPRequest) async throws -> HTTPError {
        try await #require(throws: HTTPError.self) { try await client.send(request) }
    }
}
