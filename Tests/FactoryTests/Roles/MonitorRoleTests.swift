import FactoryCore
import TestSupport
import Testing

/// The service monitor does all of its work under its own role.
struct MonitorRoleTests {
    @Test func probesVerdictsAndHeartbeats() async throws {
        try await withRoleFactory { roles in
            let factory = try roles.installation(.monitor)
            try await withSyncthing([SyncthingShare(path: factory.inbox.path, type: "receiveonly")]) { syncthing in
                let report = try await factory.check(with: Installation.settings(for: syncthing))
                #expect(report.state("factory-db").hasPrefix("OK Answers in "), "\(report.lines)")
                #expect(report.state("syncthing").hasPrefix("OK Syncthing v"), "\(report.lines)")
                // Twice: the verdict is written over.
                try await factory.whileMonitoring(with: Installation.settings(for: syncthing)) { _ in
                    for service in ["service-monitor", "factory-db", "syncthing"] {
                        try await eventually("\(service) is reported again") {
                            try await factory.history(of: service).count > 2
                        }
                    }
                }
            }
            #expect(
                try await factory.database.connect().query("SELECT is_receive_only FROM factory.syncthing_verdicts") {
                    try $0.bool(0)
                } == [true])
            // Nobody looks any more.
            _ = try await factory.check()
            try await factory.whileMonitoring { _ in
                try await eventually("the verdict is taken back") {
                    try await factory.database.connect().query("SELECT count(*) FROM factory.syncthing_verdicts") {
                        try $0.int(0)
                    } == [0]
                }
            }
        }
    }

    /// Connections of others are counted although their kind is hidden from the role.
    @Test func connectionsOfAllAreCounted() async throws {
        try await withRoleFactory { roles in
            let others = try await [
                roles.database.connect(), roles.database.connect(), roles.database.connect(), roles.database.connect(),
            ]
            let state = try await roles.installation(.monitor).check().state("factory-db")
            let count = try #require(state.firstMatch(of: /(\d+) of \d+ connections/).flatMap { Int($0.output.1) })
            #expect(count > others.count, "\(state)")
            for other in others { try await other.execute("SELECT 1") }
        }
    }

    @Test func alertsAreRemembered() async throws {
        try await withRoleFactory { roles in
            let factory = try roles.installation(.monitor)
            try await factory.change(
                "INSERT INTO system_status (service_name, last_heartbeat, status) VALUES ('librarian', '2020-01-01', 'OK')"
            )
            try await withWebServer { server in
                try await factory.whileMonitoring(with: ["ALERT_URL": server.url("topic")]) { _ in
                    try await eventually("somebody is told, and it is written down", within: .seconds(150)) {
                        try await factory.database.connect().query(
                            "SELECT light FROM factory.alerts WHERE service_name = 'librarian'"
                        ) { try $0.string(0) } == ["red"]
                    }
                }
            }
        }
    }
}
