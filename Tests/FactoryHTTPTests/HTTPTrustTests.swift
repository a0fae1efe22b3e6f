import FactoryHTTP
import TestSupport
import Testing

@Suite("The HTTP client believes no certificate that it should not")
struct HTTPTrustTests {
    private let client = HTTPClient(label: "test")

    @Test("One that signed itself is refused, and believed when it is named")
    func selfSigned() async throws {
        try await withTemporaryFolder { folder in
            try await TestCertificate.make("mine", for: "IP:127.0.0.1", in: folder)
            try await withWebServer(certificate: "mine", in: folder) { server in
                var request = HTTPRequest(server.url("hello"))
                let error = try await failure(of: request)
                #expect(error.kind == .untrusted)
                #expect(
                    error.description.hasSuffix("is not believed: SSL certificate problem: self-signed certificate"))
                request.certificateFile = folder.path(of: "mine.pem")
                #expect(try await client.send(request).text == "hello")
            }
        }
    }

    @Test("One that is named for another host is refused, and so is one that is not the named one")
    func others() async throws {
        try await withTemporaryFolder { folder in
            try await TestCertificate.make("theirs", for: "DNS:example.org", in: folder)
            try await TestCertificate.make("mine", for: "IP:127.0.0.1", in: folder)
            try await withWebServer(certificate: "theirs", in: folder) { server in
                for name in ["theirs.pem", "mine.pem"] {
                    let request = HTTPRequest(server.url("hello"), certificateFile: folder.path(of: name))
                    let error = try await failure(of: request)
                    #expect(error.kind == .untrusted)
                }
                let missing = HTTPRequest(server.url("hello"), certificateFile: folder.path(of: "missing.pem"))
                let error = try await failure(of: missing)
                #expect(error.kind == .unusable)
            }
            #expect(folder.holds("requests") == false)
        }
    }

    private func failure(of request: HTTPRequest) async throws -> HTTPError {
        try await #require(throws: HTTPError.self) { try await client.send(request) }
    }
}
