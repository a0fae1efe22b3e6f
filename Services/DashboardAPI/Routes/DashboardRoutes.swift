import HTTPTypes
import Hummingbird

/// The one document that the page polls.
struct DashboardRoutes: Sendable {
    let keeper: SnapshotKeeper

    func add(to router: Router<WebContext>) {
        router.answer("/api/v1/dashboard") { request, _ in
            let snapshot = await keeper.current()
            return Response.tagged(
                snapshot.etag, for: request, headers: [.contentType: "application/json", .cacheControl: "no-cache"],
                body: snapshot.body)
        }
        router.answer("/healthz") { _, _ in
            guard await keeper.current().hasDatabase else {
                return Response(
                    status: .serviceUnavailable, headers: [.contentType: "text/plain"],
                    body: ResponseBody(byteBuffer: ByteBuffer(string: "the database does not answer\n")))
            }
            return Response(
                status: .ok, headers: [.contentType: "text/plain"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "ok\n")))
        }
    }
}
