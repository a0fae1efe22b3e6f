import FactoryCore
import TestSupport
import Testing

@testable import dashboard_api

@Suite("Logs of containers")
struct ContainerLogTests {
    private static let second = 1_000_000_000
    private static let start = 1_795_858_868 * second

    private static func follow(_ engine: DockerEngine) async throws -> ContainerLog {
        let address = try DockerAddress(engine.socket)
        let watch = ContainerWatch(address, project: nil, host: "")
        let log = try #require(
            try await ContainerLogs(address, watch: watch).open("librarian", isFollowed: true))
        try await log.skipToEnd()
        return log
    }

    /// Reads until these lines have come, and no others.
    private static func expect(_ lines: [String], from log: ContainerLog) async throws {
        var read: [String] = []
        try await eventually("\(lines) have come") {
            read += (try? await log.more()) ?? []
            return read.count >= lines.count
        }
        #expect(read == lines)
        #expect(try await log.more() == [])
    }

    @Test("are shown from their end, both outputs, whatever is in them", arguments: [false, true])
    func tail(_ hasTerminal: Bool) async throws {
        var container = EngineContainer("librarian")
        container.terminal = hasTerminal
        let end = hasTerminal ? "\r\n" : "\n"
        container.log = [
            EngineLogEntry("old\(end)", at: Self.start),
            EngineLogEntry("\u{1b}[31mred\u{1b}[0m\(end)", at: Self.start + 1),
            EngineLogEntry(bytes: [0xff, 0, 0x22, 0x5c] + Array(end.utf8), at: Self.start + 2, stream: 2),
        ]
        try await withDockerEngine([container]) { engine in
            try await withAPI(["DOCKER_HOST": engine.socket, "DASHBOARD_LOGS": "logs"]) { api, _, folder in
                try folder.write(Array("from a file\n".utf8), to: "logs/librarian.log")
                try folder.write(Array("only a file\n".utf8), to: "logs/cleanup.log")
                let log = try await api.get("/api/v1/logs/librarian?tail=2").object()
                #expect(log["source"] as? String == "docker")
                #expect(log["lines"] as? [String] == ["red", "\u{FFFD} \"\\"])
                let other = try await api.get("/api/v1/logs/cleanup").object()
                #expect(other["source"] as? String == "file")
                #expect(try await api.get("/api/v1/logs/nobody").status == 404)
                try engine.set(mood: "501 logs")
                let answer = try await api.get("/api/v1/logs/librarian")
                #expect(answer.status == 503)
                #expect(answer.text.contains("its logging driver keeps none"))
                try engine.set(mood: "large")
                try await eventually("the file serves when Docker does not") {
                    try await api.get("/api/v1/logs/librarian").object()["source"] as? String == "file"
                }
            }
        }
    }

    @Test("are shorter than asked for where they would be too large")
    func large() async throws {
        var container = EngineContainer("librarian")
        let text = String(repeating: "x", count: 16_000)
        container.log = (0..<200).map { EngineLogEntry("\($0) \(text)\n", at: Self.start + $0) }
        try await withDockerEngine([container]) { engine in
            try await withAPI(["DOCKER_HOST": engine.socket]) { api, _, _ in
                // On a busy machine Docker itself may be too slow at first, which is another answer.
                var lines: [String]?
                try await eventually("Docker answers in time") {
                    lines = try await api.get("/api/v1/logs/librarian?tail=200").object()["lines"] as? [String]
                    return lines != nil
                }
                #expect(lines?.count == 50)
                #expect(lines?.last?.hasPrefix("199 ") == true)
                try engine.set(mood: "large logs")
                try await eventually("it is said that the log is too large") {
                    let answer = try await api.get("/api/v1/logs/librarian")
                    #expect(answer.status == 503)
                    return answer.text.contains("larger than")
                }
            }
        }
    }

    @Test("go on while they are followed: each line once, through a silence and in a new container")
    func followed() async throws {
        var container = EngineContainer("librarian")
        container.log = [EngineLogEntry("before\n", at: Self.start)]
        try await withDockerEngine([container]) { engine in
            let log = try await Self.follow(engine)
            #expect(try await log.more() == [])
            container.log += [
                EngineLogEntry("same\n", at: Self.start), EngineLogEntry("same\n", at: Self.start),
                EngineLogEntry("long ", at: Self.start + 5),
                EngineLogEntry("between\n", at: Self.start + 6, stream: 2),
            ]
            try engine.set([container])
            try await Self.expect(["same", "same", "between"], from: log)
            container.log.append(EngineLogEntry("line\n", at: Self.start + 5))
            try engine.set([container])
            try await Self.expect(["long line"], from: log)
            try engine.set(mood: "500")
            try await eventually("Docker is away") { (try? await log.more()) == nil }
            container.log.append(EngineLogEntry("meanwhile\n", at: Self.start + 3 * Self.second))
            try engine.set([container])
            try engine.set(mood: nil)
            try await Self.expect(["meanwhile"], from: log)
            container.log.append(EngineLogEntry("last words\n", at: Self.start + 4 * Self.second))
            var next = EngineContainer("librarian", digit: "b")
            next.created += 1
            next.log = [EngineLogEntry("first words\n", at: Self.start + 5 * Self.second)]
            try engine.set([container, next])
            try await Self.expect(["last words", "first words"], from: log)
            try engine.set([])
            try await eventually("it is gone") { try await log.more() == [] }
            var third = EngineContainer("librarian", digit: "c")
            third.log = [EngineLogEntry("again\n", at: Self.start + 9 * Self.second)]
            try engine.set([third])
            try await Self.expect(["again"], from: log)
        }
    }

    @Test("say where lines are missing when more came than can be followed")
    func omission() async throws {
        var container = EngineContainer("librarian")
        container.log = [EngineLogEntry("before\n", at: Self.start)]
        try await withDockerEngine([container]) { engine in
            let log = try await Self.follow(engine)
            container.log += (0..<6000).map { EngineLogEntry("\($0)\n", at: Self.start + $0) }
            try engine.set([container])
            let lines = try await log.more()
            #expect(lines.count == 5001)
            #expect(lines.first?.contains("lines are missing here") == true)
            #expect(lines.last == "5999")
        }
    }
}
