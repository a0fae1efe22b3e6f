import FactoryCore
import HTTPTypes
import Hummingbird

/// The services, and what one of them said.
struct ServiceRoutes: Sendable {
    /// More than a week of a service that reports every two minutes.
    private static let limit = 5000

    let keeper: SnapshotKeeper
    let pool: ReadPool
    let clock: any WallClock

    func add(to router: Router<WebContext>) {
        router.answer("/api/v1/services") { request, _ in
            // As the document has them: nobody's questions may wear out what it is made by.
            let snapshot = await keeper.current()
            guard let services = snapshot.services else {
                let reason = snapshot.degraded.first { $0.part == "services" }?.reason
                throw Problem(
                    .serviceUnavailable, reason ?? "the database does not answer", headers: [.retryAfter: "2"])
            }
            return Response.json(["services": .list(services.map(\.json))], for: request)
        }
        router.answer("/api/v1/services/{name}/history") { request, context in
            let name = try ServiceName.read(context)
            let hours = try Query(request).integer("hours", in: 1...1440, default: 24)
            return Response.json(try await history(name, hours: hours), for: request)
        }
    }

    private func history(_ name: String, hours: Int) async throws -> JSONValue {
        let states = try await pool.rows(ServicesTable.states) { try ServicesTable.state($0) }
        guard states.contains(where: { $0.name == name }) else {
            throw Problem(.notFound, "there is no service of this name")
        }
        // One more than is shown tells whether there are more.
        let statement = SystemStatusHistoryTable.heartbeats(
            of: name, since: clock.now.adding(seconds: -hours * 3600), limit: Self.limit + 1)
        let beats = try await pool.rows(statement) { try SystemStatusHistoryTable.heartbeat($0) }
        return [
            "name": .text(name), "hours": .integer(hours),
            "heartbeats": .list(beats.prefix(Self.limit).map { Self.json($0) }),
            "truncated": .bool(beats.count > Self.limit),
        ]
    }

    private static func json(_ beat: Heartbeat) -> JSONValue {
        ["time": .time(beat.time), "status": .text(beat.status.rawValue), "task": .text(beat.task)]
    }
}
