import FactoryCore
import TestSupport
import Testing

@Suite("The documented query patterns are served by the documented indexes")
struct QueryPatternTests {
    @Test("The planner takes the index and does not sort")
    func plans() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            try await Self.fill(connection)
            for (query, index) in Self.patterns {
                let plan = try await connection.query("EXPLAIN \(unsafe: query)") { try $0.string(0) }
                #expect(plan.contains { $0.contains(" \(index) ") }, "\(query): \(plan)")
                #expect(!plan.contains { $0.contains("Sort") || $0.contains("Seq Scan") }, "\(query): \(plan)")
            }
        }
    }

    private static let patterns = [
        ("SELECT id FROM media_assets WHERE file_hash = repeat('a', 64)", "idx_media_assets_file_hash"),
        (
            """
            SELECT id FROM media_assets WHERE is_ingested = TRUE AND is_geocoded = FALSE AND location IS NOT NULL
            ORDER BY ingested_at, id LIMIT 100
            """, "idx_media_assets_is_geocoded"
        ),
        (
            """
            SELECT id FROM media_assets WHERE is_ingested = TRUE AND is_backed_up = FALSE
            ORDER BY ingested_at, id LIMIT 100
            """, "idx_media_assets_is_backed_up"
        ),
        ("SELECT id FROM media_assets WHERE has_errors = TRUE", "idx_media_assets_has_errors"),
        ("SELECT id FROM media_assets ORDER BY ingested_at DESC LIMIT 10", "idx_media_assets_ingested_at"),
        ("SELECT id FROM media_assets ORDER BY captured_at DESC LIMIT 10", "idx_media_assets_captured_at"),
        (
            """
            SELECT status FROM system_status_history
            WHERE service_name = 'librarian' AND heartbeat_timestamp >= '2026-01-01 00:00'
            ORDER BY heartbeat_timestamp LIMIT 100
            """, "idx_system_status_history_service_timestamp"
        ),
        (
            """
            SELECT id FROM system_status_history
            WHERE service_name = 'librarian' AND heartbeat_timestamp < '2025-12-31 00:00'
            ORDER BY heartbeat_timestamp LIMIT 100
            """, "idx_system_status_history_service_timestamp"
        ),
    ]

    /// Rows as they are in a settled factory: nearly everything is done, little waits, hardly anything failed.
    private static func fill(_ connection: PostgresConnection) async throws {
        try await connection.execute(
            """
            INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes, captured_at,
                ingested_at, location, is_geocoded, is_backed_up, has_errors)
            SELECT encode(sha256(n::text::bytea), 'hex'), 'n', 'n', 'n', n, now() - n * interval '1 hour',
                now() - n * interval '1 second', '{"lat": 1, "lon": 2}', n % 100 > 0, n % 100 > 0, n % 1000 = 0
            FROM generate_series(1, 20000) AS n
            """)
        try await connection.execute(
            """
            INSERT INTO system_status_history (service_name, status, heartbeat_timestamp)
            SELECT 'service ' || n % 6, 'OK', '2026-01-01'::timestamp - n * interval '1 minute'
            FROM generate_series(1, 20000) AS n
            """)
        try await connection.execute(unsafeScript: "ANALYZE media_assets; ANALYZE system_status_history")
    }
}
