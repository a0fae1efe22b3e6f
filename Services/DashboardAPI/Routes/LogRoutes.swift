import FactoryCore
import HTTPTypes
import Hummingbird
import ServiceLifecycle

/// The services' logs.
struct LogRoutes: Sendable {
    /// How often a log that is followed is looked at.
    private static let pause: Duration = .seconds(1)
    /// After so many looks without a line something is sent, by which a client that has gone is noticed.
    private static let patience = 15

    let logs: ServiceLogs
    let followers: LogFollowers

    func add(to router: Router<WebContext>) {
        router.get("/api/v1/logs/{name}") { request, context in
            let count = try Query(request).integer("tail", in: 1...5000, default: 200)
            let name = try ServiceName.read(context)
            let (source, lines) = try await read(name) { log in (log.source, try await log.tail(count)) }
            return Response.json(
                [
                    "service": .text(name), "source": .text(source.rawValue),
                    "lines": .list(lines.map { .text(LogText.plain($0)) }),
                ], for: request)
        }
        router.get("/api/v1/logs/{name}/follow") { _, context in
            let name = try ServiceName.read(context)
            let place = try enter()
            let log = try await read(name, isFollowed: true) { log in
                try await log.skipToEnd()
                return log
            }
            return Response(
                status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
                body: follow(log, in: place))
        }
    }

    private func read<Value>(
        _ name: String, isFollowed: Bool = false, _ body: (any ServiceLog) async throws -> Value
    ) async throws -> Value {
        do {
            guard let log = try await logs.open(name, isFollowed: isFollowed) else {
                throw Problem(.notFound, "there is no log of \(name)")
            }
            return try await body(log)
        } catch let error as DockerError {
            throw Problem(.serviceUnavailable, "\(error)", headers: [.retryAfter: "10"])
        }
    }

    private func enter() throws(Problem) -> Place {
        guard followers.enter() else {
            throw Problem(.serviceUnavailable, "too many follow logs already", headers: [.retryAfter: "10"])
        }
        return Place(followers)
    }

    private func follow(_ log: any ServiceLog, in place: Place) -> ResponseBody {
        ResponseBody { writer in
            // Held until nobody reads any more.
            defer { withExtendedLifetime(place) {} }
            var silence = 0
            try await writer.write(ByteBuffer(string: ": the log follows\n\n"))
            while !Task.isCancelled && !Task.isShuttingDownGracefully {
                // Who does not answer now may do so later.
                let lines = (try? await log.more()) ?? []
                silence = lines.isEmpty ? silence + 1 : 0
                if !lines.isEmpty {
                    try await writer.write(ByteBuffer(string: lines.map { Self.event($0) }.joined()))
                } else if silence.isMultiple(of: Self.patience) {
                    try await writer.write(ByteBuffer(string: ":\n\n"))
                }
                try await Task.sleep(for: Self.pause)
            }
            try await writer.finish(nil)
        }
    }

    /// Plain text has no carriage return, which would end the line as well: what follows it could pass for a field.
    private static func event(_ line: String) -> String { "data: \(LogText.plain(line))\n\n" }

    /// Gives the place back when nobody holds it any more, also when the answer was never begun.
    private final class Place: Sendable {
        private let followers: LogFollowers

        init(_ followers: LogFollowers) { self.followers = followers }

        deinit { followers.leave() }
    }
}
