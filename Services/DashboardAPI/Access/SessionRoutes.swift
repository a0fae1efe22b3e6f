import HTTPTypes
import Hummingbird

/// Logging in and out, and whether one is.
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
        router.refuse([.put, .patch], at: "/api/v1/session", allowed: "GET, HEAD, POST, DELETE")
        router.get("/api/v1/session") { request, _ in
            let token = SessionCookie.session(request.headers[.cookie]).flatMap { sessions.token(of: $0) }
            return Response.json(["password": .bool(access != nil), "csrf_token": .text(token)], for: request)
        }
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
        let login = try await JSONBody.read(
            Login.self, from: request, upTo: Self.bodyLimit, what: "the password", form: "{\"password\": \"…\"}")
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
}
