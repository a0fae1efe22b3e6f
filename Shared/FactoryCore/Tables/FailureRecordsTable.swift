/// `factory.failure_records`: with which assets a stage failed, and when it tries again.
public enum FailureRecordsTable {
    /// Writes failures down, where the assets are still this replica's, and gives them back.
    static func record(_ failed: [FailedWork], of stage: Stage, by replica: String) -> SQL {
        """
        WITH mine AS (
            DELETE FROM factory.claims
            WHERE stage = \(stage.name) AND claimed_by = \(replica)
                AND asset_id = ANY (\(SQLArray(failed.map(\.asset)))::text[]::uuid[])
            RETURNING asset_id
        )
        INSERT INTO factory.failure_records AS known (
            entity_id, stage, from_state, to_state, error_message, severity, retry_count, next_retry_at, status)
        SELECT mine.asset_id, \(stage.name), \(state(stage, false)), \(state(stage, true)), failed.message,
            failed.severity, failed.failures + 1, now() + make_interval(secs => failed.retry_seconds),
            CASE WHEN failed.retry_seconds IS NULL THEN 'GIVEN UP' ELSE 'OPEN' END
        FROM mine
        JOIN unnest(
            \(SQLArray(failed.map(\.asset)))::text[]::uuid[],
            \(SQLArray(failed.map(\.message)))::text[],
            \(SQLArray(failed.map(\.severity.rawValue)))::text[],
            \(SQLArray(failed.map(\.failures)))::bigint[],
            \(SQLArray(failed.map { $0.retry.map { Int($0.components.seconds) } }))::bigint[]
        ) AS failed (asset, message, severity, failures, retry_seconds) ON failed.asset = mine.asset_id
        ON CONFLICT (stage, entity_id) DO UPDATE
        SET error_message = excluded.error_message, severity = excluded.severity, retry_count = excluded.retry_count,
            first_failed_at = CASE WHEN known.status = 'RESOLVED' THEN now() ELSE known.first_failed_at END,
            last_retry_at = now(), next_retry_at = excluded.next_retry_at, status = excluded.status
        """
    }

    /// Writes down of assets that were done that it is no longer so, and that the stage may do them again at once.
    ///
    /// - Parameter found: by the ids of assets, each of them once, what was found.
    public static func note(_ found: [(asset: String, message: String)], of stage: Stage) -> SQL {
        """
        INSERT INTO factory.failure_records AS known (
            entity_id, stage, from_state, to_state, error_message, severity, next_retry_at, status)
        SELECT found.asset, \(stage.name), \(state(stage, true)), \(state(stage, false)), found.message, 'ERROR', now(), 'OPEN'
        FROM unnest(
            \(SQLArray(found.map(\.asset)))::text[]::uuid[], \(SQLArray(found.map(\.message)))::text[]
        ) AS found (asset, message)
        ON CONFLICT (stage, entity_id) DO UPDATE
        SET error_message = excluded.error_message, severity = excluded.severity, retry_count = 0,
            first_failed_at = CASE WHEN known.status = 'RESOLVED' THEN now() ELSE known.first_failed_at END,
            last_retry_at = now(), next_retry_at = now(), status = 'OPEN'
        """
    }

    private static func state(_ stage: Stage, _ isDone: Bool) -> String { "\(stage.flag.column) = \(isDone)" }

    /// What had failed and is done now.
    static func resolve(_ assets: [String], of stage: Stage) -> SQL {
        """
        UPDATE factory.failure_records SET status = 'RESOLVED', next_retry_at = NULL
        WHERE stage = \(stage.name) AND entity_id = ANY (\(SQLArray(assets))::text[]::uuid[]) AND status <> 'RESOLVED'
        """
    }

    /// The stage under which reading originals again tells of what it found.
    private static let scrub = "scrub"

    /// Writes down what reading an original again found, or that it is mended.
    public static func tell(_ reading: ScrubReading) -> SQL {
        guard let detail = reading.detail else {
            return """
                UPDATE factory.failure_records SET status = 'RESOLVED', next_retry_at = NULL
                WHERE stage = \(scrub) AND entity_id = \(reading.asset)::uuid AND status <> 'RESOLVED'
                """
        }
        return """
            INSERT INTO factory.failure_records AS known (
                entity_id, stage, from_state, to_state, error_message, severity, retry_count, first_failed_at,
                last_retry_at, next_retry_at, status)
            SELECT id, \(scrub), 'OK', \(reading.finding.rawValue), \(detail), \(reading.finding.severity.rawValue), 1,
                \(reading.time)::timestamp, \(reading.time)::timestamp, \(reading.time)::timestamp + interval '1 day', 'OPEN'
            FROM public.media_assets WHERE id = \(reading.asset)::uuid
            ON CONFLICT (stage, entity_id) DO UPDATE
            SET to_state = excluded.to_state, error_message = excluded.error_message, severity = excluded.severity,
                retry_count = CASE WHEN known.status = 'RESOLVED' THEN 1 ELSE known.retry_count + 1 END,
                first_failed_at = CASE
                    WHEN known.status = 'RESOLVED' THEN excluded.first_failed_at ELSE known.first_failed_at END,
                last_retry_at = excluded.last_retry_at, next_retry_at = excluded.next_retry_at, status = 'OPEN'
            """
    }

    /// Lets a stage try again at once what it failed with, also what was given up.
    ///
    /// - Parameter asset: one of them; nil for all.
    public static func retry(_ stage: Stage, asset: String? = nil) -> SQL {
        """
        UPDATE factory.failure_records SET status = 'OPEN', retry_count = 0, next_retry_at = now()
        WHERE stage = \(stage.name) AND status <> 'RESOLVED'
            AND (\(asset)::uuid IS NULL OR entity_id = \(asset)::uuid)
        """
    }

    /// Answers how many assets a stage failed with, and of how many of them it tries no more by itself.
    static func count(_ stage: Stage) -> SQL {
        """
        SELECT count(*), count(*) FILTER (WHERE status = 'GIVEN UP') FROM factory.failure_records
        WHERE stage = \(stage.name) AND status <> 'RESOLVED'
        """
    }
}
