import FactoryCore
import TestSupport
import Testing

@Suite("Figures for Prometheus")
struct MetricsTests {
    @Test("count requests, connections, and what the factory holds")
    func figures() async throws {
        try await withAPI { api, database, _ in
            try await SampleRows.add(["a.jpg"], to: database)
            _ = try await api.get("/nothing")
            _ = try await api.get("/api/v1/assets")
            let text = try await api.get("/metrics").text
            for line in [
                "dashboard_requests_total{status=\"2xx\"} 1", "dashboard_requests_total{status=\"4xx\"} 1",
                "dashboard_request_seconds_count 2", "dashboard_request_seconds_bucket{le=\"+Inf\"} 2",
                "dashboard_database_connections{pool=\"requests\"} 4", "photo_factory_assets 1",
                "photo_factory_bytes 1000", "photo_factory_light{service=\"librarian\",light=\"unknown\"} 1",
                "photo_factory_light{service=\"librarian\",light=\"green\"} 0",
            ] {
                #expect(text.split(separator: "\n").contains { $0 == line }, "\(line)")
            }
        }
    }
}
