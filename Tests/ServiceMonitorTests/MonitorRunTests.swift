import FactoryCore
import TestSupport
import Testing

/// The real program.
@Suite("The service monitor")
struct MonitorRunTests {
    @Test("reports while it runs, and stops when it is told to")
    func run() async throws {
        try await withFactory { database, factory in
            let environment = factory.merging(["HEARTBEAT_SECONDS": "1"]) { $1 }
            try await withRunning(.built("service-monitor"), environment: environment) { monitor in
                let connection = try await database.connect()
                try await eventually("it has reported") {
                    // How it is depends on the machine's disk.
                    try await connection.query(
                        "SELECT service_name FROM system_status WHERE current_task <> '' ORDER BY 1"
                    ) { try $0.string(0) } == ["factory-db", "service-monitor"]
                }
                await monitor.terminate()
                #expect(try await monitor.end(within: .seconds(10)).exitCode == 0)
            }
        }
    }

    /// Takes a minute and a half: a light has to be seen red for one.
    @Test("tells of a service that fell silent and came back, and calls the dead man's switch")
    func alerts() async throws {
        try await withFactory { database, factory in
            try await withWebServer { server in
                let environment = factory.merging([
                    "ALERT_URL": server.url("topic"), "ALERT_TOKEN": "secret", "ALERT_MINUTES": "0",
                    "DEADMAN_URL": server.url("ping"), "HEARTBEAT_SECONDS": "1", "LOG_LEVEL": "trace",
                ]) { $1 }
                let connection = try await database.connect()
                try await connection.execute(
                    "INSERT INTO system_status (service_name, last_heartbeat) VALUES ('librarian', '2026-01-01')")
                try await withRunning(.built("service-monitor"), environment: environment) { monitor in
                    try await eventually("red is told", within: .seconds(150)) { try server.requests().count >= 2 }
                    try await connection.execute("UPDATE system_status SET last_heartbeat = now()")
                    try await connection.execute(
                        "UPDATE factory.services SET heartbeat_seconds = 86400 WHERE name = 'librarian'")
                    try await eventually("green is told") { try server.requests().count >= 3 }
                    await monitor.terminate()
                    let run = try await monitor.end(within: .seconds(10))
                    #expect(run.exitCode == 0)
                    #expect(!run.standardError.contains("secret") && !run.standardError.contains("topic"))
                }
                let requests = try server.requests()
                #expect(requests.map(\.path) == ["/ping", "/topic", "/topic"])
                #expect(requests[1].headers["authorization"] == "Bearer secret")
                #expect(requests[1].headers["title"] == "Photo Factory: librarian is red")
                #expect(requests[2].headers["title"] == "Photo Factory: librarian is green again")
            }
        }
    }

    @Test("names the key of a setting that cannot be used")
    func badSetting() async throws {
        let run = try await ProgramRun.run(.built("service-monitor"), environment: ["HEARTBEAT_SECONDS": "often"])
        #expect(run.exitCode == 2)
        #expect(run.standardError.hasPrefix("service-monitor: HEARTBEAT_SECONDS is 'often'"))
    }

    /// Lends a database, and the environment of a factory that has all its folders.
    private func withFactory(_ body: (ScratchDatabase, [String: String]) async throws -> Void) async throws {
        try await withScratchDatabase { database in
            try await withTemporaryFolder { root in
                try root.folder("Photos_Inbox")
                try root.folder("Storage")
                try await body(database, database.environment.merging(["FACTORY_ROOT": root.path]) { $1 })
            }
        }
    }
}
