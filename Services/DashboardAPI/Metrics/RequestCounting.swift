import HTTPTypes
import Hummingbird

/// Counts what is answered.
struct RequestCounting: RouterMiddleware {
    typealias Context = WebContext

    let metrics: RequestMetrics

    @concurrent func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        metrics.add(status: response.status.code, latency: start.duration(to: .now))
        return response
    }
}
