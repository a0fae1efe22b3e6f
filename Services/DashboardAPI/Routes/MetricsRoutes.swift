import HTTPTypes
import Hummingbird

/// Figures for Prometheus.
struct MetricsRoutes: Sendable {
    let metrics: RequestMetrics
    let keeper: SnapshotKeeper
    let pools: [(name: String, pool: ReadPool)]

    func add(to router: Router<WebContext>) {
        router.answer("/metrics") { _, _ in
            let snapshot = await keeper.current()
            var text = MetricsText()
            text.add(metrics.now)
            text.add(pools.map { ($0.name, $0.pool.load) })
            text.add(snapshot.figures)
            return Response(
                status: .ok,
                headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text.text)))
        }
    }
}
