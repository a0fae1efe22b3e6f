import FactoryCore
import TestSupport
import Testing

@Suite("The counters say what the tables hold")
struct CounterTests {
    @Test("after rows have come, changed and gone, also all at once")
    func changes() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            try await Self.fill(connection)
            try await Self.check(connection)
            try await connection.execute(
                "UPDATE media_assets SET final_path = final_path || '.MOV', is_geocoded = true")
            try await connection.execute("UPDATE media_assets SET captured_at = NULL WHERE size_bytes < 5")
            try await connection.execute("UPDATE factory.intake SET outcome = 'healed' WHERE size_bytes = 1")
            try await Self.check(connection)
            try await connection.execute("DELETE FROM media_assets WHERE has_errors")
            try await connection.execute("DELETE FROM factory.intake WHERE size_bytes = 2")
            try await Self.check(connection)
            try await connection.execute("TRUNCATE media_assets CASCADE")
            #expect(try await Self.lines(connection, Self.kept).allSatisfy { $0.hasPrefix("intake") })
            try await Self.check(connection)
        }
    }

    @Test("of rows that were there before them")
    func earlierRows() async throws {
        try await withEmptyDatabase { database in
            let connection = try await database.connect()
            let earlier = Migration.all.filter { $0.name != "counters" && $0.version < 8 }
            try await Migrator(connection: connection, migrations: earlier).migrate()
            try await Self.fill(connection)
            try await Migrator(connection: connection).migrate()
            try await Self.check(connection)
        }
    }

    @Test("without two sessions waiting for each other")
    func sessions() async throws {
        try await withScratchDatabase { database in
            var connections: [PostgresConnection] = []
            // Two of seventeen share a slot at most; the first two that do not are enough.
            for _ in 0..<3 { connections.append(try await database.connect()) }
            let slots = try await Self.slots(connections)
            let pair = connections.indices.flatMap { one in connections.indices.map { (one, $0) } }
                .first { slots[$0.0] != slots[$0.1] }
            guard let pair else { return }
            try await connections[pair.0].execute("BEGIN")
            try await Self.fill(connections[pair.0])
            try await connections[pair.1].execute("SET lock_timeout = '5s'")
            try await connections[pair.1].execute(
                """
                INSERT INTO factory.intake (librarian_id, outcome, original_path, original_name, size_bytes, reason)
                VALUES ('other', 'ignored', '/b', 'b', 1, 'no photo')
                """)
            try await connections[pair.0].execute("COMMIT")
            try await Self.check(connections[pair.0])
        }
    }

    private static func slots(_ connections: [PostgresConnection]) async throws -> [Int] {
        var slots: [Int] = []
        for connection in connections {
            slots += try await connection.query("SELECT pg_backend_pid() % 16") { try $0.int(0) }
        }
        return slots
    }

    private static func fill(_ connection: PostgresConnection) async throws {
        try await connection.execute(
            """
            INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes, captured_at,
                ingested_at, location, is_thumbnailed, has_errors)
            SELECT encode(sha256(n::text::bytea), 'hex'), 'n', 'n',
                (ARRAY['/a.b/', '/a/'])[n % 2 + 1] || n
                    || (ARRAY['.JPG', '.heic', '', '.x y', '.', '.sixteen-letters-', '.seventeen-letters', '.tar.gz', '.Ä'])[n % 9 + 1],
                n, timestamp '2026-01-31' - n * interval '1 day', timestamp '2026-01-31' - n * interval '1 hour',
                CASE WHEN n % 3 = 0 THEN '{"lat": 1, "lon": 2}'::jsonb END, n % 5 = 0, n % 7 = 0
            FROM generate_series(1, 500) AS n
            """)
        try await connection.execute(
            """
            INSERT INTO factory.intake (librarian_id, outcome, original_path, original_name, size_bytes, reason)
            SELECT 'librarian', CASE WHEN n % 2 = 0 THEN 'duplicate' ELSE 'ignored' END, 'n' || n, 'n', n, 'n'
            FROM generate_series(1, 20) AS n
            """)
    }

    private static func check(_ connection: PostgresConnection) async throws {
        #expect(try await lines(connection, kept) == lines(connection, counted))
    }

    private static func lines(_ connection: PostgresConnection, _ statement: SQL) async throws -> [String] {
        try await connection.query(statement) { try $0.string(0) }.sorted()
    }

    private static let kept: SQL = """
        SELECT concat_ws('|', counter, key, sum(files), sum(bytes)) FROM factory.counters
        GROUP BY counter, key HAVING sum(files) <> 0
        """

    private static let counted: SQL = """
        SELECT concat_ws('|', counter, key, count(*), CASE counter WHEN 'state' THEN 0 ELSE sum(size_bytes) END)
        FROM media_assets CROSS JOIN LATERAL (VALUES
            ('extension', coalesce(lower((regexp_match(final_path, '[.]([^./]{1,16})$'))[1]), ''), true),
            ('filed', to_char(
                date_trunc('hour', ingested_at) + extract(minute FROM ingested_at)::int / 15 * interval '15 minutes',
                'YYYY-MM-DD HH24:MI'), true),
            ('captured', coalesce(to_char(captured_at, 'YYYY-MM'), ''), true),
            ('state', 'located', location IS NOT NULL),
            ('state', 'failed', has_errors),
            ('state', 'to be geocoded', location IS NOT NULL AND NOT is_geocoded),
            ('state', 'to be thumbnailed', NOT is_thumbnailed),
            ('state', 'to be curated', NOT is_curated),
            ('state', 'to be backed up', NOT is_backed_up)
        ) AS fact (counter, key, holds)
        WHERE holds GROUP BY counter, key
        UNION ALL
        SELECT concat_ws('|', 'intake', outcome, count(*), sum(size_bytes)) FROM factory.intake GROUP BY outcome
        """
}
