import HTTPTypes
import Hummingbird

/// Refuses what a page from elsewhere makes a browser ask: it could try passwords, or take the places of those who follow
/// logs. A link that leads to the page is welcome.
struct SiteCheck: RouterMiddleware {
    typealias Context = WebContext

    @concurrent func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        // Browsers set this header themselves; no page can.
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        guard site != "cross-site" || !request.uri.path.hasPrefix("/api/") else {
            throw Problem(.forbidden, "a page from elsewhere may not ask")
        }
        return try await next(request, context)
    }
}
