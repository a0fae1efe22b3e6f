import HTTPTypes
import Hummingbird

extension Router where Context == WebContext {
    /// Answers what is asked under `path`, and says to whoever wants anything else done that asking is all there is.
    func answer(
        _ path: RouterPath, use handler: @escaping @Sendable (Request, WebContext) async throws -> Response
    ) {
        get(path, use: handler)
        refuse([.post, .put, .patch, .delete], at: path, allowed: "GET, HEAD")
    }

    /// Answers these methods with 405.
    ///
    /// - Parameter allowed: the others, as `Allow` has them.
    func refuse(_ methods: [HTTPRequest.Method], at path: RouterPath, allowed: String) {
        for method in methods {
            on(path, method: method) { _, _ -> Response in
                throw Problem(.methodNotAllowed, "\(method) is not allowed here", headers: [.allow: allowed])
            }
        }
    }
}
