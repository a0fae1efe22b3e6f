import FactoryCore
import HTTPTypes
import Hummingbird
import Logging

/// Turns whatever goes wrong into a problem document. What the client is not to blame for is logged here, and only here.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = WebContext

    let logger: Logger

    @concurrent func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as Problem {
            return problem.response
        } catch let error as any HTTPResponseError {
            return Problem(error.status, Self.detail(error.status)).response
        } catch let error as ReadError {
            return Problem(.serviceUnavailable, "\(error)", headers: [.retryAfter: "2"]).response
        } catch let error as DatabaseError where error.consequence != .refuseRow {
            logger.debug("the database refused a request", metadata: ["reason": "\(error)"])
            return Problem(.serviceUnavailable, "\(error)", headers: [.retryAfter: "5"]).response
        } catch {
            logger.error(
                "a request could not be answered", metadata: ["path": "\(request.uri.path)", "reason": "\(error)"])
            return Problem(.internalServerError, "something went wrong that should not; the log has the reason")
                .response
        }
    }

    private static func detail(_ status: HTTPResponse.Status) -> String {
        switch status {
        case .notFound: "there is nothing under this path"
        case .contentTooLarge: "the request is too large"
        default: "the request cannot be answered"
        }
    }
}
