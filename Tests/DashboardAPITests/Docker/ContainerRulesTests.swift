import FactoryCore
import Foundation
import Testing

@testable import dashboard_api

@Suite("Containers")
struct ContainerRulesTests {
    @Test(
        "are asked for where DOCKER_HOST says",
        arguments: [
            ("unix:///var/run/docker.sock", "http://docker", "/var/run/docker.sock", "/var/run/docker.sock"),
            ("tcp://docker-proxy:2375", "http://docker-proxy:2375", nil, "docker-proxy:2375"),
            ("http://127.0.0.1:1234/", "http://127.0.0.1:1234", nil, "127.0.0.1:1234"),
            ("tcp://proxy", "http://proxy:2375", nil, "proxy:2375"),
            ("tcp://[::1]:2375", "http://[::1]:2375", nil, "[::1]:2375"),
        ] as [(String, String, String?, String)])
    func addresses(_ text: String, _ url: String, _ socket: String?, _ name: String) throws {
        let address = try DockerAddress(text)
        #expect(address.url == url)
        #expect(address.socket == socket)
        #expect(address.name == name)
    }

    @Test(
        "are not asked for at what is no address",
        arguments: [
            "docker", "unix://docker.sock", "unix://", "unix:///\(String(repeating: "x", count: 107))", "tcp://",
            "tcp://host:port", "tcp://host:99999", "https://host:2376", "ssh://nas", "tcp://user@host:1",
            "tcp://host:1/v1",
            "http://host:1?x", "tcp://a b:1",
        ])
    func badAddresses(_ text: String) throws {
        let error = try #require(throws: SettingsError.self) { try DockerAddress(text) }
        #expect(
            "\(error)" == "DOCKER_HOST is '\(text)', but must be unix:///path, tcp://host:port or http://host:port")
    }

    private static func listed(
        _ digit: Character, _ labels: [String: String]?, state: String = "running", status: String = "Up",
        created: Int = 0
    ) throws -> ListedContainer {
        var object: [String: Any] = [
            "Id": String(repeating: digit, count: 64), "State": state, "Status": status, "Created": created,
            "Command": "x", "Labels": NSNull(),
        ]
        if let labels { object["Labels"] = labels }
        return try JSONDecoder().decode(
            ListedContainer.self, from: try JSONSerialization.data(withJSONObject: object))
    }

    private static func labels(_ service: String, _ project: String = "factory") -> [String: String] {
        ["com.docker.compose.service": service, "com.docker.compose.project": project]
    }

    @Test("belong to services by our label, or by Compose's, of our own project")
    func matching() throws {
        let named = ["photo-factory.service": "librarian@second"]
        let containers = [
            try Self.listed("a", Self.labels("librarian")), try Self.listed("b", Self.labels("dashboard-api")),
            try Self.listed("c", Self.labels("syncthing")), try Self.listed("d", Self.labels("syncthing", "other")),
            try Self.listed("e", Self.labels("librarian-2").merging(named) { $1 }), try Self.listed("f", nil),
            try Self.listed("0", Self.labels("librarian").merging(["com.docker.compose.oneoff": "True"]) { $1 }),
        ]
        func found(_ project: String?, _ host: String) -> [String: [Character]] {
            ContainerMatch.services(containers, project: project, host: host).mapValues { $0.compactMap(\.id.first) }
        }
        let ours: [String: [Character]] = [
            "librarian": ["a"], "dashboard": ["b"], "syncthing": ["c"], "librarian@second": ["e"],
        ]
        #expect(found("factory", "nas") == ours)
        #expect(found(nil, "bbbbbbbbbbbb") == ours)
        #expect(found(nil, "nas") == ours.merging(["syncthing": ["c", "d"]]) { $1 })
        #expect(found("other", "bbbbbbbbbbbb") == ["syncthing": ["d"]])
        #expect(found(nil, "") == found(nil, "nas"))
    }

    @Test("of one service are as bad as the worst, and were restarted as often as all together")
    func replicas() throws {
        let containers = [
            try Self.listed("a", nil, status: "Up 2 hours (healthy)", created: 1),
            try Self.listed("b", nil, status: "Up 1 second (health: starting)", created: 3),
            try Self.listed("c", nil, state: "exited", status: "Exited (1) 3 hours ago", created: 2),
        ]
        let inspected = try JSONDecoder().decode(
            InspectedContainer.self, from: Data(#"{"RestartCount": 2, "Config": {"Env": ["A=b"]}}"#.utf8))
        let all = Dictionary(containers.map { ($0.id, inspected) }) { $1 }
        #expect(ContainerState(containers, all) == ContainerState(phase: .exited, health: .starting, restarts: 6))
        #expect(ContainerState(containers, [:])?.restarts == nil)
        #expect(ContainerState([], all) == nil)
        let findings = ContainerFindings(services: ["x": containers], inspected: all, complaint: nil)
        #expect(findings.newest("x")?.id.first == "b")
    }

    @Test("say how they are in any engine's words")
    func words() throws {
        #expect(try Self.listed("a", nil, status: "Up 4 hours (unhealthy)").health == .unhealthy)
        #expect(try Self.listed("a", nil, status: "Up 4 hours (Paused)").health == nil)
        #expect(try Self.listed("a", nil, state: "stopping").phase == .unknown)
        #expect(throws: DecodingError.self) { try Self.listed("/", nil) }
    }
}
