import HTTPTypes
import Hummingbird

/// Lets nobody see anything who has not said the password, except what has to be seen to say it.
struct AccessCheck: RouterMiddleware {
    typealias Context = WebContext

    let access: AccessSettings
    let sessions: Sessions

    @concurrent func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard Self.isOpen(request.uri.path) || hasSession(request) || hasToken(request) else {
            throw Problem(.unauthorized, "a password is needed", headers: [.wwwAuthenticate: "Bearer"])
        }
        return try await next(request, context)
    }

    /// The page itself holds nothing of the factory's.
    private static func isOpen(_ path: String) -> Bool {
        PageFiles.all[path] != nil || path == "/api/v1/session" || path == "/healthz"
    }

    private func hasSession(_ request: Request) -> Bool {
        SessionCookie.session(request.headers[.cookie]).map { sessions.holds($0) } ?? false
    }

    private func hasToken(_ request: Request) -> Bool {
        guard let token = access.token, let header = request.headers[.authorization] else { return false }
        let prefix = "Bearer "
        guard header.lowercased().hasPrefix(prefix.lowercased()) else { return false }
        return ConstantTime.equal(String(header.dropFirst(prefix.count)), token)
    }
}
