import FactoryHTTP
import TestSupport
import Testing

@Suite("No server holds up the HTTP client, nor fills its memory")
struct HTTPBoundsTests {
    private let client = HTTPClient(label: "test")

    @Test("One that hangs or drips is given up in time", arguments: ["hang", "drip"])
    func slow(path: String) async throws {
        try await withWebServer { server in
            let start = ContinuousClock.now
            let error = try await failure(of: HTTPRequest(server.url(path), timeLimit: .milliseconds(1500)))
            #expect(error.kind == .timedOut)
            #expect(error.description.hasSuffix("did not answer within 1500 ms"), "\(error)")
            // The server itself takes a minute.
            #expect(ContinuousClock.now - start < .seconds(45))
        }
    }

    @Test(
        "One that sends more than is allowed is cut off",
        arguments: ["large", "endless", "headers", "continue"])
    func large(path: String) async throws {
        try await withWebServer { server in
            let error = try await failure(of: HTTPRequest(server.url(path), sizeLimit: 1000))
            #expect(error.kind == .tooLarge)
            #expect(error.description.hasSuffix("is larger than 1000 bytes"), "\(error)")
        }
    }

    @Test("An answer of exactly the size that is allowed is taken")
    func exact() async throws {
        try await withWebServer { server in
            let answer = try await client.send(HTTPRequest(server.url("hello"), sizeLimit: 5))
            #expect(answer.text == "hello")
            let error = try await failure(of: HTTPRequest(server.url("hello"), sizeLimit: 4))
            #expect(error.kind == .tooLarge)
        }
    }

    @Test("One that breaks off, or speaks no HTTP, is an error", arguments: ["cut", "garbage", "silent", "header"])
    func broken(path: String) async throws {
        try await withWebServer { server in
            let error = try await failure(of: HTTPRequest(server.url(path)))
            #expect(error.kind == .broken)
            #expect(error.description.hasPrefix("talking to 127.0.0.1:"), "\(error)")
        }
    }

    @Test("A cancellation ends a request that would wait for an hour", .timeLimit(.minutes(5)))
    func cancellation() async throws {
        try await withWebServer { server in
            let request = HTTPRequest(server.url("hang"), timeLimit: .seconds(3600))
            let waiting = Task { try await client.send(request) }
            try await eventually("the request has arrived") { try !server.requests().isEmpty }
            let start = ContinuousClock.now
            waiting.cancel()
            let error = await #expect(throws: HTTPError.self) { try await waiting.value }
            #expect(error?.kind == .cancelled)
            #expect(ContinuousClock.now - start < .seconds(60))
        }
    }

    private func failure(of request: HTTPRequest) async throws -> HTTPError {
        try await #require(throws: HTTPError.self) { try await client.send(request) }
    }
}
