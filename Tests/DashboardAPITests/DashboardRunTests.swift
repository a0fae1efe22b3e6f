import FactoryCore
import FactoryHTTP
import TestSupport
import Testing

/// The real program.
@Suite("The dashboard")
struct DashboardRunTests {
    @Test("listens on this machine alone, reports, and stops when it is told to")
    func run() async throws {
        try await withScratchDatabase { database in
            let environment = database.environment.merging(["HEARTBEAT_SECONDS": "1", "DASHBOARD_PORT": "0"]) { $1 }
            try await withRunning(.built("dashboard-api"), environment: environment) { dashboard in
                try await dashboard.waitForLog("listening")
                let log = try await dashboard.log()
                let port = try #require(log.firstMatch(of: /127\.0\.0\.1\S*:(\d+)/)?.output.1)
                let client = HTTPClient(label: "test")
                let answer = try await client.send(HTTPRequest("http://127.0.0.1:\(port)/api/v1/dashboard"))
                #expect(answer.status == 200)
                #expect(answer.text.contains("\"degraded\":"))
                let large = HTTPHeader("X-Large", String(repeating: "x", count: 40_000))
                let refused = try await client.send(HTTPRequest("http://127.0.0.1:\(port)/healthz", headers: [large]))
                #expect(refused.status == 400)
                let connection = try await database.connect()
                try await eventually("it has reported") {
                    try await connection.query("SELECT status FROM system_status WHERE service_name = 'dashboard'") {
                        try $0.string(0)
                    }.count == 1
                }
                await dashboard.terminate()
                #expect(try await dashboard.end(within: .seconds(10)).exitCode == 0)
            }
        }
    }

    @Test("is well while it answers and has its database, which a process of its own asks")
    func health() async throws {
        try await withScratchDatabase { database in
            let environment = database.environment.merging(["DASHBOARD_PORT": "0", "DASHBOARD_HOST": "127.0.0.1"]) {
                $1
            }
            try await withRunning(.built("dashboard-api"), environment: environment) { dashboard in
                try await dashboard.waitForLog("listening")
                let port = try #require(try await dashboard.log().firstMatch(of: /127\.0\.0\.1\S*:(\d+)/)?.output.1)
                let asked = ["DASHBOARD_PORT": String(port), "DASHBOARD_HOST": "0.0.0.0"]
                let check = try await ProgramRun.run(.built("dashboard-api"), ["health"], environment: asked)
                #expect(check.exitCode == 0, "\(check.standardError)")
                await dashboard.terminate()
                _ = try await dashboard.end(within: .seconds(10))
                let silence = try await ProgramRun.run(.built("dashboard-api"), ["health"], environment: asked)
                #expect(silence.exitCode == 1)
                #expect(silence.standardError.contains("127.0.0.1:\(port)"), "\(silence.standardError)")
            }
        }
    }

    @Test("is not well without its database, and says so")
    func healthWithoutDatabase() async throws {
        let environment = ["DASHBOARD_PORT": "0", "PGHOST": "/nowhere"]
        try await withRunning(.built("dashboard-api"), environment: environment) { dashboard in
            try await dashboard.waitForLog("listening")
            let port = try #require(try await dashboard.log().firstMatch(of: /127\.0\.0\.1\S*:(\d+)/)?.output.1)
            let check = try await ProgramRun.run(
                .built("dashboard-api"), ["health"], environment: ["DASHBOARD_PORT": String(port)])
            #expect(check.exitCode == 1)
            #expect(check.standardError == "the dashboard answers 503: the database does not answer\n")
        }
    }

    @Test("says where nobody can listen")
    func takenPort() async throws {
        let run = try await ProgramRun.run(
            .built("dashboard-api"), environment: ["DASHBOARD_HOST": "192.0.2.1", "PGHOST": "/nowhere"])
        #expect(run.exitCode == 2)
        #expect(run.standardError.contains("nobody can listen on 192.0.2.1:8080, which DASHBOARD_HOST"))
    }

    @Test(
        "names the key of a setting that cannot be used",
        arguments: [
            ("DASHBOARD_PORT", "high", "is 'high'"),
            ("DOCKER_HOST", "ssh://nas", "is 'ssh://nas', but must be unix:///path"),
        ])
    func badSetting(_ key: String, _ value: String, _ complaint: String) async throws {
        let run = try await ProgramRun.run(.built("dashboard-api"), environment: [key: value])
        #expect(run.exitCode == 2)
        #expect(run.standardError.hasPrefix("dashboard-api: \(key) \(complaint)"))
    }
}
