import FactoryCore
import FactoryHTTP
import TestSupport
import Testing

/// The dashboard answers everything under its own role, and can change nothing but its own heartbeat and what was reviewed.
struct DashboardRoleTests {
    @Test func everyAnswerAndTheHeartbeat() async throws {
        try await withRoleFactory { roles in
            let librarian = try roles.installation(.librarian)
            try librarian.inbox.write(SamplePhoto("1", taken: "2024:03:09 12:00:00").bytes(), to: "IMG_1.jpg")
            try librarian.inbox.write(SamplePhoto("1", taken: "2024:03:09 12:00:00").bytes(), to: "copy.jpg")
            #expect(try await librarian.ingest().counts.duplicates == 1)
            let ids = try await roles.database.connect().query("SELECT id FROM media_assets") { try $0.string(0) }
            let factory = try roles.installation(.dashboard)
            let environment = factory.environment(with: ["DASHBOARD_PORT": "0", "HEARTBEAT_SECONDS": "1"])
            try await withRunning(.built("dashboard-api"), environment: environment, in: factory.root) { dashboard in
                try await dashboard.waitForLog("listening")
                let port = try #require(try await dashboard.log().firstMatch(of: /127\.0\.0\.1\S*:(\d+)/)?.output.1)
                try await eventually("it has reported") { try await factory.history(of: "dashboard").count > 1 }
                let paths = [
                    "assets", "assets?q=img&errors=true", "assets/\(ids[0])", "assets/\(ids[0])/original", "timeline",
                    "intake",
                    "services", "services/dashboard/history?hours=24",
                ]
                let client = HTTPClient(label: "test")
                for path in paths.map({ "api/v1/\($0)" }) + ["healthz", "metrics"] {
                    let answer = try await client.send(HTTPRequest("http://127.0.0.1:\(port)/\(path)"))
                    #expect(answer.status == 200, "\(path): \(answer.text)")
                }
                let document = try await client.send(HTTPRequest("http://127.0.0.1:\(port)/api/v1/dashboard"))
                #expect(document.status == 200 && document.text.contains(#""degraded":[]"#), "\(document.text)")
            }
        }
    }

    @Test func nothingElseCanBeChanged() async throws {
        try await withRoleFactory(mayBeRefused: true) { roles in
            let forbidden: [SQL] = [
                "DELETE FROM media_assets", "UPDATE media_assets SET has_errors = true", "TRUNCATE media_assets",
                "UPDATE media_assets SET is_curated = true, final_path = 'x'",
                "UPDATE media_assets SET is_backed_up = true",
                "INSERT INTO factory.intake (librarian_id) VALUES ('x')", "DELETE FROM factory.counters",
                "DELETE FROM system_status_history", "DELETE FROM system_status", "SELECT id FROM factory.vault",
                "SELECT light FROM factory.alerts", "CREATE TABLE public.mine ()", "CREATE TABLE factory.mine ()",
                "CREATE TEMPORARY TABLE mine ()", "CREATE SCHEMA mine", "SELECT factory.analyze_status_history()",
                "INSERT INTO system_status (service_name, status) VALUES ('librarian', 'OK')",
                "COPY media_assets TO PROGRAM 'true'", "ALTER TABLE media_assets DISABLE TRIGGER ALL",
                "CREATE ROLE somebody",
            ]
            for statement in forbidden {
                let code = try await roles.code(of: statement, as: .dashboard)
                #expect(code == "42501", "\(statement.text)")
            }
            #expect(try await roles.refusals().count == forbidden.count, "the server's log does not tell of refusals")
        }
    }

    /// Also where it logs in as somebody who may write, what reads takes no change.
    @Test func sessionsThatReadAreReadOnly() async throws {
        try await withScratchDatabase { database in
            var settings = database.settings
            settings.isReadOnly = true
            let connection = try await PostgresConnection.open(settings)
            let error = await #expect(throws: DatabaseError.self) {
                try await connection.execute("INSERT INTO system_status (service_name) VALUES ('dashboard')")
            }
            #expect(error?.sqlState?.code == "25006")
        }
    }
}
