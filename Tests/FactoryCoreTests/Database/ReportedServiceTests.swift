import FactoryCore
import TestSupport
import Testing

@Suite("The services that have reported, as the tables tell")
struct ReportedServiceTests {
    @Test("come with their interval; those that never reported, or that nobody knows, do not")
    func reported() async throws {
        try await withScratchDatabase { scratch in
            let connection = try await scratch.connect()
            try await connection.execute(
                """
                INSERT INTO system_status (service_name, last_heartbeat, status, current_task)
                VALUES ('librarian', '2026-11-28 05:12:00', 'OK', repeat('ä', 3000)),
                    ('syncthing', '2026-11-28 05:13:00', 'ERROR', NULL),
                    ('stranger', '2026-11-28 05:13:00', 'OK', NULL)
                """)
            let found = try await connection.query(SystemStatusTable.reported) { row in
                try SystemStatusTable.reportedService(row)
            }
            let librarian = Heartbeat(
                service: "librarian", status: .ok, task: String(repeating: "ä", count: 1000),
                time: Timestamp(seconds: 1_795_842_720))
            let syncthing = Heartbeat(
                service: "syncthing", status: .error, task: nil, time: Timestamp(seconds: 1_795_842_780))
            #expect(
                found == [
                    ReportedService(heartbeat: librarian, interval: .seconds(60)),
                    ReportedService(heartbeat: syncthing, interval: .seconds(300)),
                ])
        }
    }

    @Test("and what was told about one replaces what was told before")
    func announcements() async throws {
        try await withScratchDatabase { scratch in
            let connection = try await scratch.connect()
            let red = Announcement(
                service: "a", light: .red, redSince: Timestamp(seconds: 1_795_842_720),
                time: Timestamp(seconds: 1_795_842_780))
            let green = Announcement(
                service: "a", light: .green, redSince: red.redSince, time: Timestamp(seconds: 1_795_900_000))
            for announcement in [red, green] {
                try await connection.execute(AlertsTable.upsert(announcement))
                let found = try await connection.query(AlertsTable.all) { try AlertsTable.announcement($0) }
                #expect(found == [announcement])
            }
        }
    }
}
