import FactoryCore
import HTTPTypes
import Hummingbird

/// Marking assets as reviewed, for those who have logged in.
struct ReviewRoutes: Sendable {
    /// As many as are marked with one request.
    private static let most = 500
    private static let bodyLimit = 64 * 1024
    private static let tokenHeader = HTTPField.Name("X-CSRF-Token")

    private struct Review: Decodable {
        let assets: [String]
        let reviewed: Bool
    }

    /// Nil where no password is set: then anybody could be the one who asks.
    let access: AccessSettings?
    let sessions: Sessions
    let desk: ReviewDesk

    func add(to router: Router<WebContext>) {
        router.refuse([.get, .put, .patch, .delete], at: "/api/v1/review", allowed: "POST")
        router.post("/api/v1/review") { request, _ in
            try allow(request)
            let review = try await JSONBody.read(
                Review.self, from: request, upTo: Self.bodyLimit, what: "the review",
                form: "{\"assets\": [\"…\"], \"reviewed\": true}")
            guard (1...Self.most).contains(review.assets.count), review.assets.allSatisfy(AssetID.isValid) else {
                throw Problem(.badRequest, "assets must be the ids of 1 to \(Self.most) assets")
            }
            let changed = try await desk.mark(review.assets, isReviewed: review.reviewed)
            return Response.json(["changed": .integer(changed)], for: request)
        }
    }

    /// A browser sends the session's cookie whoever made the request; only our own page can read the token beside it.
    private func allow(_ request: Request) throws(Problem) {
        guard access != nil else {
            throw Problem(.forbidden, "set DASHBOARD_PASSWORD to mark photos as reviewed")
        }
        guard let session = SessionCookie.session(request.headers[.cookie]),
            let token = sessions.token(of: session)
        else { throw Problem(.forbidden, "only who has logged in with the password may mark photos as reviewed") }
        guard let header = Self.tokenHeader, let given = request.headers[header], ConstantTime.equal(given, token)
        else { throw Problem(.forbidden, "X-CSRF-Token is not that of the session: ask /api/v1/session for it") }
    }
}
