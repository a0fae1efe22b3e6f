import FactoryCore
import TestSupport
import Testing

@Suite("A service with a role of its own reports for itself alone")
struct ReporterTests {
    private static let own: [(ServiceRole, [String])] = [
        (.librarian, ["librarian", "librarian@attic"]), (.monitor, ["service-monitor", "factory-db", "syncthing"]),
        (.dashboard, ["dashboard"]), (.cleanup, ["cleanup"]), (.geocoder, ["geocoder", "geocoder@attic"]),
        (.backup, ["backup", "backup@attic"]), (.thumbnailer, ["thumbnailer", "thumbnailer@attic"]),
    ]
    private static let all = own.flatMap(\.1) + ["librarians", "somebody else"]

    private static func statements(for service: String) -> [SQL] {
        [
            """
            INSERT INTO factory.services (name, heartbeat_seconds, description) VALUES (\(service), 60, 'a test')
            ON CONFLICT (name) DO UPDATE SET heartbeat_seconds = excluded.heartbeat_seconds
            """,
            """
            INSERT INTO system_status (service_name, last_heartbeat, status) VALUES (\(service), now(), 'OK')
            ON CONFLICT (service_name) DO UPDATE SET status = excluded.status
            """,
            """
            INSERT INTO system_status_history (service_name, status, heartbeat_timestamp) VALUES (\(service), 'OK', now())
            """,
            "UPDATE factory.services SET heartbeat_seconds = 31536000 WHERE name = \(service)",
            "UPDATE system_status SET status = 'OK' WHERE service_name = \(service)",
        ]
    }

    @Test("and for nobody else, in none of the three tables", arguments: own)
    func roles(role: ServiceRole, services: [String]) async throws {
        try await withRoles { site in
            // There is a row of each to lay hands on.
            for service in Self.all {
                for statement in Self.statements(for: service) { try await site.owner.execute(statement) }
            }
            for service in Self.all {
                for statement in Self.statements(for: service) {
                    let isRefused = try await site.refuses(statement, to: role)
                    #expect(isRefused == !services.contains(service), "\(role) \(service): \(statement.text)")
                }
            }
        }
    }

    @Test("also where somebody gave it the whole table: no row is renamed to another's, nor another's to its own")
    func renaming() async throws {
        try await withRoles { site in
            for service in ["dashboard", "librarian"] {
                try await site.owner.execute("INSERT INTO system_status (service_name) VALUES (\(service))")
            }
            try await site.owner.execute("GRANT UPDATE ON system_status TO factory_dashboard")
            for (old, new) in [("dashboard", "cleanup"), ("librarian", "dashboard")] {
                let rename: SQL = "UPDATE system_status SET service_name = \(new) WHERE service_name = \(old)"
                #expect(try await site.refuses(rename, to: .dashboard))
            }
            let touch: SQL = "UPDATE system_status SET current_task = 'fine' WHERE service_name = 'dashboard'"
            #expect(try await !site.refuses(touch, to: .dashboard))
        }
    }

    @Test("Other roles are not asked")
    func others() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            for statement in Self.statements(for: "somebody else") { try await connection.execute(statement) }
        }
    }
}
