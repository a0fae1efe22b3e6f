import FactoryCore
import TestSupport
import Testing

@Suite("Services")
struct ServiceListTests {
    @Test("have a light, a strip and a history")
    func history() async throws {
        try await withAPI { api, database, _ in
            try await database.connect().execute(
                """
                INSERT INTO system_status_history (service_name, status, current_task, heartbeat_timestamp)
                SELECT 'librarian', CASE n WHEN 0 THEN 'WARNING' ELSE 'OK' END, 'n ' || n, now() - n * interval '1 minute'
                FROM generate_series(0, 180) AS n
                """)
            try await database.connect().execute(
                "INSERT INTO system_status (service_name, status) VALUES ('librarian', 'WARNING')")
            let services = try await api.get("/api/v1/services").list("services")
            let librarian = try #require(services.first { $0["name"] as? String == "librarian" })
            #expect(librarian["light"] as? String == "yellow")
            let strip = try #require(librarian["strip"] as? [String])
            #expect(strip.count == 96)
            #expect(strip.last == "warning")
            #expect(strip[90] == "ok")
            #expect(strip[0] == "none")
            let uptime = try #require(librarian["uptime_24h"] as? Double)
            #expect(uptime > 0.99 && uptime <= 1)
            let history = try await api.get("/api/v1/services/librarian/history?hours=1")
            let beats = try history.list("heartbeats")
            #expect((60...61).contains(beats.count))
            #expect(beats.first?["task"] as? String == "n 0")
            #expect(try history.object()["truncated"] as? Bool == false)
            for unknown in ["nobody", "a%2fb", "%ff"] {
                #expect(try await api.get("/api/v1/services/\(unknown)/history").status == 404)
            }
            #expect(try await api.get("/api/v1/services/librarian/history?hours=0").status == 400)
        }
    }
}
