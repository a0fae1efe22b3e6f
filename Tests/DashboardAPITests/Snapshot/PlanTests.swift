import FactoryCore
import TestSupport
import Testing

@testable import dashboard_api

@Suite("What the dashboard asks is read along an index")
struct PlanTests {
    @Test("so that it takes as long among millions as among few")
    func plans() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            try await Self.fill(connection)
            for (name, statement) in Self.statements {
                let plan = try await connection.query(statement.explained) { try $0.string(0) }
                let large = ["media_assets", "system_status_history", "intake", "counters", "scrubs", "backups"]
                let scans = plan.filter { line in large.contains { line.contains("Seq Scan on \($0)") } }
                #expect(scans.isEmpty, "\(name): \(plan.joined(separator: "\n"))")
            }
        }
    }

    private static let statements: [(String, SQL)] = {
        let position = AssetPosition(
            capturedAt: CivilTime("2024-01-01 00:00:00"), id: "00000000-0000-0000-0000-000000000000")
        let now = Timestamp(utc: CivilTime("2026-01-02 00:00:00") ?? Timestamp.distantPast.utc)
        return [
            ("recent", MediaAssetsTable.recent(10)), ("capture range", MediaAssetsTable.captureRange),
            ("first page", MediaAssetsTable.dated(behind: nil, AssetFilter(), stretch: 51, limit: 51)),
            ("later page", MediaAssetsTable.dated(behind: position, AssetFilter(), stretch: 51, limit: 51)),
            ("undated", MediaAssetsTable.undated(behind: nil, AssetFilter(), stretch: 51, limit: 51)),
            ("errors", MediaAssetsTable.dated(behind: nil, AssetFilter(errorsOnly: true), stretch: 51, limit: 51)),
            ("one", MediaAssetsTable.details(id: "00000000-0000-0000-0000-000000000000")),
            ("history", SystemStatusHistoryTable.heartbeats(of: "service 1", since: now, limit: 5001)),
            (
                "strip",
                SystemStatusHistoryTable.stretches(since: now.adding(seconds: -86_400), until: now, seconds: 900)
            ),
            ("scrub", ScrubStateTable.summary), ("backup", BackupsTable.summary),
            ("intake", IntakeTable.page(nil, behind: nil, limit: 50)),
            ("quarantine", IntakeTable.page(.quarantined, behind: IntakePosition(time: now, id: 1), limit: 50)),
        ]
    }()

    private static func fill(_ connection: PostgresConnection) async throws {
        try await connection.execute(
            """
            INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes, captured_at,
                ingested_at, has_errors)
            SELECT encode(sha256(n::text::bytea), 'hex'), 'n', 'n', 'n.jpg', n, timestamp '2026-01-01' - n * interval '1 hour',
                timestamp '2026-01-01' - n * interval '1 second', n % 1000 = 0
            FROM generate_series(1, 20000) AS n
            """)
        try await connection.execute(
            """
            INSERT INTO factory.scrubs (asset_id, checked_at, finding, detail)
            SELECT id, ingested_at, CASE WHEN has_errors THEN 'ROT' ELSE 'OK' END, CASE WHEN has_errors THEN 'n' END
            FROM media_assets
            """)
        try await connection.execute(
            """
            INSERT INTO factory.backups (
                asset_id, target, path, file_hash, size_bytes, copied_at, verified_at, restore_tested_at, state)
            SELECT id, '/copies', original_name, file_hash, size_bytes, ingested_at, ingested_at,
                CASE WHEN has_errors THEN ingested_at END, CASE WHEN has_errors THEN 'RESTORE TESTED' ELSE 'VERIFIED' END
            FROM media_assets
            """)
        try await connection.execute(
            """
            INSERT INTO factory.intake (
                librarian_id, outcome, original_path, original_name, size_bytes, reason, occurred_at)
            SELECT 'l', CASE WHEN n % 1000 = 0 THEN 'quarantined' ELSE 'duplicate' END, 'n' || n, 'n', n, 'n',
                timestamp '2026-01-01' - n * interval '1 minute'
            FROM generate_series(1, 20000) AS n
            """)
        try await connection.execute(
            """
            INSERT INTO system_status_history (service_name, status, heartbeat_timestamp)
            SELECT (ARRAY['librarian', 'dashboard', 'syncthing'])[n % 3 + 1], 'OK', '2026-01-02'::timestamp - n * interval '1 minute'
            FROM generate_series(1, 60000) AS n
            """)
        try await connection.execute(
            unsafeScript:
                "ANALYZE factory.backups; ANALYZE factory.scrubs; ANALYZE media_assets; ANALYZE system_status_history; ANALYZE factory.intake"
        )
    }
}
