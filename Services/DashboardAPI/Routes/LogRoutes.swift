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
    /// Each that follows a log keeps a connection and looks every second.
    let followers: Places

    func add(to router: Router<WebContext>) {
        router.answer("/api/v1/logs/{name}") { request, context in
            let count = try Query(request).integer("tail", in: 1...5000, default: 200)
            let name = try ServiceName.read(context)
            let (source, lines) = try await read(name) { log in (log.source, try await log.tail(count)) }
            return Response.json(
                [
                    "service": .text(name), "source": .text(source.rawValue),
                    "lines": .list(lines.map { .text(LogText.plain($0)) }),
                ], for: request)
        }
        router.answer("/api/v1/logs/{name}/follow") { request, context in
            let name = try ServiceName.read(context)
            // With the lines that are there already, so that none is missed between two requests.
            let count = try Query(request).integer("tail", in: 0...5000, default: 0)
            guard let place = followers.take() else {
                throw Problem(.serviceUnavailable, "too many follow logs already", headers: [.retryAfter: "10"])
            }
            let opened = try await read(name, isFollowed: true) { log in try await Self.begin(log, count) }
            return Response(
                status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
                body: follow(opened, in: place))
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

    /// A log that is followed, and the lines that come first.
    private struct Beginning {
        let log: any ServiceLog
        let lines: [String]
    }

    private static func begin(_ log: any ServiceLog, _ count: Int) async throws -> Beginning {
        guard count == 0 else { return Beginning(log: log, lines: try await log.tail(count)) }
        try await log.skipToEnd()
        return Beginning(log: log, lines: [])
    }

    private func follow(_ beginning: Beginning, in place: Place) -> ResponseBody {
        ResponseBody { writer in
            // Held until nobody reads any more.
            defer { withExtendedLifetime(place) {} }
            var silence = 0
            let first = beginning.lines.map { Self.event($0) }.joined()
            try await writer.write(ByteBuffer(string: ": the log follows\n\n\(first)"))
            while !Task.isCancelled && !Task.isShuttingDownGracefully {
                // Who does not answer now may do so later.
                let lines = (try? await beginning.log.more()) ?? []
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
}
