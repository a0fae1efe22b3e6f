import FactoryCore
import TestSupport
import Testing

/// A PostgreSQL server that goes away and comes back, under the real monitor.
struct MonitorOutageTests {
    enum Outage: CaseIterable {
        case stopped
        case killed
        /// It accepts connections and answers nothing.
        case paused

        func begin(_ server: OwnServer) async throws {
            switch self {
            case .stopped: try await server.stop()
            case .killed: await server.kill()
            case .paused: await server.pause()
            }
        }

        func end(_ server: OwnServer) async throws {
            if self == .paused { await server.resume() } else { try await server.start() }
        }
    }

    /// How many heartbeats of a status the history has of the database from one time to another.
    private func beats(
        _ factory: Installation, _ status: String, from start: Timestamp, to end: Timestamp
    ) async throws -> Int {
        let counts = try await factory.database.connect().query(
            """
            SELECT count(*) FROM system_status_history
            WHERE service_name = 'factory-db' AND status = \(status)
                AND heartbeat_timestamp BETWEEN \(start)::timestamp AND \(end)::timestamp
            """
        ) { try $0.int(0) }
        return counts.first ?? 0
    }

    @Test(arguments: Outage.allCases) func historyShowsTheOutageAtItsTime(outage: Outage) async throws {
        let clock = SystemClock()
        try await withServedFactory { factory, server in
            try await factory.whileMonitoring { monitor in
                try await eventually("the database is well") {
                    try await factory.heartbeat(of: "factory-db").hasPrefix("OK Answers in ")
                }
                let start = clock.now
                try await outage.begin(server)
                try await monitor.waitForLog("heartbeats are kept", within: .seconds(150))
                // One that is paused is asked with patience.
                try await Task.sleep(for: .seconds(outage == .paused ? 15 : 3))
                let end = clock.now
                try await outage.end(server)

                try await eventually("the database is well again", within: .seconds(90)) {
                    guard try await beats(factory, "OK", from: end, to: clock.now) > 0 else { return false }
                    return try await factory.heartbeat(of: "factory-db").hasPrefix("OK Answers in ")
                }
                #expect(try await beats(factory, "ERROR", from: start, to: end) > 0)
                // The latest row is the latest heartbeat, not the one that was written last.
                let last = try await factory.history(of: "factory-db").last
                #expect(last?.hasPrefix("OK ") == true)
            }
        }
    }
}
