import HTTPTypes
import Hummingbird

/// Refuses requests under a name that is not ours.
struct HostCheck: RouterMiddleware {
    typealias Context = WebContext

    let rules: HostRules

    @concurrent func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let authority = request.head.authority else {
            throw Problem(.badRequest, "the request does not say whom it is for (Host)")
        }
        guard rules.allows(authority) else {
            throw Problem(
                .misdirectedRequest,
                "this server is not known as \(authority.prefix(100)); DASHBOARD_NAMES lists further names of it")
        }
        return try await next(request, context)
    }
}
