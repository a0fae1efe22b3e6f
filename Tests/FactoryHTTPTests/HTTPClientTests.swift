import FactoryCore
import FactoryHTTP
import FoundationEssentials
import TestSupport
import Testing

/// Against a real server on this machine.
@Suite("The HTTP client")
struct HTTPClientTests {
    private let client = HTTPClient(label: "test")

    @Test("brings the answer with its status and type")
    func plain() async throws {
        try await withWebServer { server in
            let answer = try await client.send(HTTPRequest(server.url("hello")))
            #expect(answer == HTTPResponse(status: 200, contentType: "text/plain", body: Array("hello".utf8)))
            #expect(answer.isSuccess)
        }
    }

    @Test("brings refusals as answers", arguments: [403, 404, 503])
    func refusals(status: Int) async throws {
        try await withWebServer { server in
            let answer = try await client.send(HTTPRequest(server.url("\(status)")))
            #expect(answer.status == status)
            #expect(answer.text == "told to")
            #expect(!answer.isSuccess)
        }
    }

    @Test("sends headers and body as they are given, and nothing of its own but its name")
    func sending() async throws {
        try await withWebServer { server in
            let body = String(repeating: "ä\0\r\n", count: 50_000)
            let headers = [HTTPHeader("Title", "a: b"), HTTPHeader("Empty", "")]
            _ = try await client.send(
                HTTPRequest(server.url("a?b=c"), method: .post, headers: headers, body: Array(body.utf8)))
            let request = try #require(try server.requests().first)
            #expect(request.method == "POST")
            #expect(request.path == "/a?b=c")
            #expect(request.body == body)
            var rest = request.headers
            #expect(rest.removeValue(forKey: "host")?.hasPrefix("127.0.0.1:") == true)
            #expect(
                rest == [
                    "title": "a: b", "empty": "", "accept": "*/*", "content-length": "250000",
                    "user-agent": "photo-factory/\(FactoryVersion.current)",
                ])
        }
    }

    @Test("sends a POST without a body, and the type that is given")
    func emptyPost() async throws {
        try await withWebServer { server in
            let type = HTTPHeader("content-type", "application/json")
            _ = try await client.send(HTTPRequest(server.url("hello"), method: .post, headers: [type]))
            let request = try #require(try server.requests().first)
            #expect(request.headers["content-length"] == "0")
            #expect(request.headers["content-type"] == "application/json")
        }
    }

    @Test("does not follow a redirect, and keeps no connection and no cookie")
    func redirect() async throws {
        try await withWebServer { server in
            let answer = try await client.send(HTTPRequest(server.url("redirect")))
            #expect(answer.status == 302)
            #expect(try server.requests().map(\.path) == ["/redirect"])
        }
    }

    @Test("sends the name and password of a URL, and tells them to nobody")
    func credentials() async throws {
        try await withWebServer { server in
            let url = server.url("hang/secret?token=secret").replacing(
                "//", with: "//secret:secret@", maxReplacements: 1)
            let request = HTTPRequest(
                url, headers: [HTTPHeader("Authorization2", "secret")], timeLimit: .milliseconds(300))
            let error = try await #require(throws: HTTPError.self) { try await client.send(request) }
            #expect(error.kind == .timedOut)
            #expect(!error.description.contains("secret"), "\(error)")
            #expect(try server.requests().first?.headers["authorization"]?.hasPrefix("Basic ") == true)
        }
    }

    @Test("talks over a socket instead, when one is named")
    func unixSocket() async throws {
        try await withWebServer { server in
            let request = HTTPRequest("http://docker/hello", unixSocket: server.folder.path(of: "socket"))
            let answer = try await client.send(request)
            #expect(answer.text == "hello")
            #expect(try server.requests().first?.headers["host"] == "docker")
        }
    }

    @Test("takes what is as long as was said, although more comes")
    func overlong() async throws {
        try await withWebServer { server in
            let answer = try await client.send(HTTPRequest(server.url("overlong")))
            #expect(answer.text == "hello")
        }
    }

    @Test("sends the next request after one that failed")
    func again() async throws {
        try await withWebServer { server in
            await #expect(throws: HTTPError.self) { try await client.send(HTTPRequest(server.url("cut"))) }
            let answer = try await client.send(HTTPRequest(server.url("hello")))
            #expect(answer.text == "hello")
        }
    }
}
