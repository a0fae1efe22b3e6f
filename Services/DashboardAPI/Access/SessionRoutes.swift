import FoundationEssentials
import HTTPTypes
import Hummingbird

/// Logging in and out.
struct SessionRoutes: Sendable {
    /// A password is short.
    private static let bodyLimit = 4096

    private struct Login: Decodable {
        let password: String
    }

    /// Nil where no password is set: then everybody is let in.
    let access: AccessSettings?
    let sessions: Sessions
    let limit: LoginLimit

    func add(to router: Router<WebContext>) {
        router.post("/api/v1/session") { request, context in
            try await begin(request, from: context.address ?? "unknown")
        }
        router.delete("/api/v1/session") { request, _ in
            if let session = SessionCookie.session(request.headers[.cookie]) { sessions.end(session) }
            return Response(status: .noContent, headers: [.setCookie: SessionCookie.remove])
        }
    }

    private func begin(_ request: Request, from address: String) async throws -> Response {
        guard limit.allows(address) else {
            throw Problem(
                .tooManyRequests, "too many wrong passwords; try again in a minute", headers: [.retryAfter: "60"])
        }
        let body = try await request.body.collect(upTo: Self.bodyLimit)
        guard let login = try? JSONDecoder().decode(Login.self, from: Data(body.readableBytesView)) else {
            throw Problem(.badRequest, "the password is expected as {\"password\": \"…\"}")
        }
        guard let access else { return Response(status: .noContent) }
        guard ConstantTime.equal(login.password, access.password) else {
            limit.fail(address)
            throw Problem(.unauthorized, "this is not the password")
        }
        return Response(status: .noContent, headers: [.setCookie: SessionCookie.set(sessions.begin())])
    }
}
