import FactoryCore
import Foundation
import TestSupport
import Testing

@testable import dashboard_api

@Suite("Containers in the document")
struct ContainerTests {
    private static func container(_ answer: TestAnswer, _ service: String = "librarian") throws -> [String: Any]? {
        try answer.list("services").first { $0["name"] as? String == service }?["container"] as? [String: Any]
    }

    private static func complaints(_ answer: TestAnswer) throws -> [String] {
        try answer.list("degraded").filter { $0["part"] as? String == "containers" }
            .compactMap { $0["reason"] as? String }
    }

    @Test("are told over a socket and over TCP, and nothing of their environment is", arguments: [true, false])
    func states(_ isSocket: Bool) async throws {
        var librarian = EngineContainer("librarian")
        librarian.status = "Up 2 hours (healthy)"
        librarian.restarts = 3
        librarian.log = [EngineLogEntry("filed\n", at: 1)]
        var dashboard = EngineContainer("dashboard-api", digit: "b")
        dashboard.state = "exited"
        dashboard.status = "Exited (1) 2 hours ago"
        try await withDockerEngine([librarian, dashboard]) { engine in
            let host = isSocket ? engine.socket : try engine.tcp()
            try await withAPI(["DOCKER_HOST": host]) { api, _, _ in
                let answer = try await api.get("/api/v1/dashboard")
                let found = try #require(try Self.container(answer))
                #expect(found["state"] as? String == "running")
                #expect(found["health"] as? String == "healthy")
                #expect(found["restarts"] as? Int == 3)
                #expect(try Self.container(answer, "dashboard")?["state"] as? String == "exited")
                #expect(try Self.container(answer, "dashboard")?["health"] is NSNull)
                #expect(try Self.container(answer, "cleanup") == nil)
                #expect(try answer.list("degraded").isEmpty)
                let contract = try ContractSchema(try await api.get("/openapi.json").body)
                #expect(try contract.faults(of: answer, to: "get", "/api/v1/dashboard") == [])
                let paths = [
                    "dashboard", "services", "services/librarian/history", "logs/librarian", "logs/dashboard",
                    "logs/nobody", "assets", "timeline", "places", "intake",
                ]
                for path in paths.map({ "/api/v1/\($0)" }) + ["/metrics", "/healthz"] {
                    let text = try await api.get(path).text
                    #expect(!text.contains("hunter2"), "\(path)")
                }
                #expect(try await api.get("/api/v1/logs/librarian").object()["lines"] as? [String] == ["filed"])
                let allowed = /\/containers\/(json\?all=true|[0-9a-f]{64}\/(json|logs\?.*))/
                let asked = try engine.paths()
                #expect(asked.allSatisfy { $0.wholeMatch(of: allowed) != nil }, "\(asked)")
            }
        }
    }

    @Test(
        "are nothing, with the reason, while the engine does not say",
        arguments: [
            ("hang", "did not answer within 1 s"), ("403", "refuses containers/json (403)"),
            ("html", "a web page that is not Docker's"), ("large", "is larger than 4194304 bytes"),
            ("500", "answers with an error (500)"), ("404", "knows no such container"),
        ])
    func trouble(_ mood: String, _ reason: String) async throws {
        try await withDockerEngine([EngineContainer("librarian")]) { engine in
            try engine.set(mood: mood)
            try await withAPI(["DOCKER_HOST": engine.socket]) { api, _, _ in
                let answer = try await api.get("/api/v1/dashboard")
                #expect(try Self.container(answer) == nil)
                let complaints = try Self.complaints(answer)
                #expect(complaints.count == 1)
                #expect(complaints.first?.contains(reason) == true, "\(complaints)")
                #expect(!answer.text.contains("hunter2"))
                #expect(try answer.object("media")["total"] as? Int == 0)
                #expect(try await api.get("/api/v1/logs/librarian").status == 503)
                try engine.set(mood: nil)
                try await eventually("they are there again") {
                    let answer = try await api.get("/api/v1/dashboard")
                    return try Self.container(answer) != nil && Self.complaints(answer).isEmpty
                }
            }
        }
    }

    @Test("are told without their restarts where nobody may ask for them")
    func refusedInspection() async throws {
        try await withDockerEngine([EngineContainer("librarian")]) { engine in
            try engine.set(mood: "403 \(String(repeating: "a", count: 64))")
            try await withAPI(["DOCKER_HOST": engine.socket]) { api, _, _ in
                let answer = try await api.get("/api/v1/dashboard")
                let found = try #require(try Self.container(answer))
                #expect(found["state"] as? String == "running")
                #expect(found["restarts"] is NSNull)
                #expect(try Self.complaints(answer).first?.contains("/json (403)") == true)
            }
        }
    }

    @Test("are asked for again when the engine is back, and seldom one by one")
    func restart() async throws {
        try await withTemporaryFolder { folder in
            let containers = [EngineContainer("librarian"), EngineContainer("syncthing", digit: "b")]
            try await withAPI(["DOCKER_HOST": "unix://\(folder.path)/docker.sock"]) { api, _, _ in
                #expect(
                    try Self.complaints(try await api.get("/api/v1/dashboard")).first?.contains("docker.sock") == true)
                for _ in 0..<2 {
                    try await withDockerEngine(containers, in: folder) { engine in
                        try await eventually("they are seen") {
                            try Self.container(try await api.get("/api/v1/dashboard")) != nil
                        }
                        for _ in 0..<20 { _ = try await api.get("/api/v1/services") }
                        let inspections = try engine.paths().filter { $0.hasSuffix("/json") }
                        let lists = try engine.paths().filter { $0.hasSuffix("?all=true") }
                        #expect(inspections.count <= 2 * lists.count)
                    }
                    try await eventually("they are missed") {
                        try Self.container(try await api.get("/api/v1/dashboard")) == nil
                    }
                }
            }
        }
    }
}
