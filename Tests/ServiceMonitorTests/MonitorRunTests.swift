import FactoryCore
import TestSupport
import Testing

/// The real program.
@Suite("The service monitor")
struct MonitorRunTests {
    @Test("reports while it runs, and stops when it is told to")
    func run() async throws {
        try await withScratchDatabase { database in
            let environment = database.environment.merging(["HEARTBEAT_SECONDS": "1"]) { $1 }
            try await withRunning(.built("service-monitor"), environment: environment) { monitor in
                let connection = try await database.connect()
                try await eventually("it has reported") {
                    try await connection.query(
                        "SELECT status FROM system_status WHERE service_name = 'service-monitor'"
                    ) { try $0.string(0) } == ["OK"]
                }
                await monitor.terminate()
                #expect(try await monitor.end(within: .seconds(10)).exitCode == 0)
            }
        }
    }

    @Test("names the key of a setting that cannot be used")
    func badSetting() async throws {
        let run = try await ProgramRun.run(.built("service-monitor"), environment: ["HEARTBEAT_SECONDS": "often"])
        #expect(run.exitCode == 2)
        #expect(run.standardError.hasPrefix("service-monitor: HEARTBEAT_SECONDS is 'often'"))
    }
}
