import FactoryCore
import FoundationEssentials
import HTTPTypes
import Hummingbird

/// Logging in and out.
struct SessionRoutes: Sendable {
    /// A password is short.
    private static let bodyLimit = 4096
    /// Who takes longer to say it holds a connection for nothing.
    private static let patience: Duration = .seconds(10)

    private struct Login: Decodable {
        let password: String
    }

    /// Nil where no password is set: then everybody is let in.
    let access: AccessSettings?
    let sessions: Sessions
    let limit: LoginLimit

    func add(to router: Router<WebContext>) {
        router.refuse([.get, .put, .patch], at: "/api/v1/session", allowed: "POST, DELETE")
        router.post("/api/v1/session") { request, context in
            try await begin(request, from: context.address ?? "unknown")
        }
        router.delete("/api/v1/session") { request, _ in
            if let session = SessionCookie.session(request.headers[.cookie]) { sessions.end(session) }
            var headers: HTTPFields = [.setCookie: SessionCookie.remove]
            // Pictures that were seen stay in the browser's cache otherwise.
            if let name = HTTPField.Name("Clear-Site-Data") { headers[name] = "\"cache\"" }
            return Response(status: .noContent, headers: headers)
        }
    }

    private func begin(_ request: Request, from address: String) async throws -> Response {
        // A form on a page from elsewhere cannot send this type.
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/json") == true else {
            throw Problem(.unsupportedMediaType, "the password is expected as application/json")
        }
        let body = try await read(request.body)
        guard let login = try? JSONDecoder().decode(Login.self, from: Data(body.readableBytesView)) else {
            throw Problem(.badRequest, "the password is expected as {\"password\": \"…\"}")
        }
        guard let access else { return Response(status: .noContent) }
        guard limit.take(address) else {
            throw Problem(
                .tooManyRequests, "too many wrong passwords; try again in a minute", headers: [.retryAfter: "60"])
        }
        guard ConstantTime.equal(login.password, access.password) else {
            throw Problem(.unauthorized, "this is not the password")
        }
        limit.giveBack(address)
        return Response(status: .noContent, headers: [.setCookie: SessionCookie.set(sessions.begin())])
    }

    private func read(_ body: RequestBody) async throws -> ByteBuffer {
        do {
            return try await TimeLimit.run(Self.patience) { try await body.collect(upTo: Self.bodyLimit) }
        } catch ReadError.tooSlow {
            throw Problem(.requestTimeout, "the password did not arrive within \(SpokenDuration.text(Self.patience))")
        }
    }
}
