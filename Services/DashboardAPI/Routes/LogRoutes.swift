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

    /// Nil where there are no files.
    let folder: LogFolder?
    let followers: LogFollowers

    func add(to router: Router<WebContext>) {
        router.get("/api/v1/logs/{name}") { request, context in
            let count = try Query(request).integer("tail", in: 1...5000, default: 200)
            let (name, file) = try await open(context)
            let lines = await file.tail(count)
            return Response.json([
                "service": .text(name), "source": "file", "lines": .list(lines.map { .text($0) }),
            ])
        }
        router.get("/api/v1/logs/{name}/follow") { _, context in
            let file = try await open(context).file
            _ = await file.tail(1)
            return Response(
                status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
                body: try follow(file))
        }
    }

    private func open(_ context: WebContext) async throws -> (name: String, file: LogFile) {
        let name = try ServiceName.read(context)
        guard let file = await folder?.open(name) else { throw Problem(.notFound, "there is no log of \(name)") }
        return (name, file)
    }

    private func follow(_ file: LogFile) throws(Problem) -> ResponseBody {
        guard followers.enter() else {
            throw Problem(.serviceUnavailable, "too many follow logs already", headers: [.retryAfter: "10"])
        }
        let place = Place(followers)
        return ResponseBody { writer in
            // Held until nobody reads any more.
            defer { withExtendedLifetime(place) {} }
            var silence = 0
            try await writer.write(ByteBuffer(string: ": the log follows\n\n"))
            while !Task.isCancelled && !Task.isShuttingDownGracefully {
                let lines = await file.more()
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

    /// A carriage return would end the line as well, and what follows it could pass for a field of its own.
    private static func event(_ line: String) -> String {
        "data: \(String(line.unicodeScalars.map { $0 == "\r" ? " " : Character($0) }))\n\n"
    }

    /// Gives the place back when nobody holds it any more, also when the answer was never begun.
    private final class Place: Sendable {
        private let followers: LogFollowers

        init(_ followers: LogFollowers) { self.followers = followers }

        deinit { followers.leave() }
    }
}
