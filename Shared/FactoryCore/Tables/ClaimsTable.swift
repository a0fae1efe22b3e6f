/// `factory.claims`: which worker has which asset in hand, and until when it may keep it.
enum ClaimsTable {
    /// Takes assets that wait for a stage, the oldest first, and answers what `asset` reads of them.
    ///
    /// Passed over is what another one has in hand or takes at this moment, and what failed and is not to be tried yet. One
    /// statement: between looking and taking there is nothing.
    ///
    /// - Parameters:
    ///   - replica: who takes them.
    ///   - seconds: how long a claim lasts.
    static func take(_ stage: Stage, for replica: String, after cursor: ClaimCursor, limit: Int, seconds: Int) -> SQL {
        """
        WITH due AS (
            SELECT asset.id FROM public.media_assets AS asset
            WHERE \(unsafe: stage.flag.pattern)
                AND (asset.ingested_at, asset.id) > (\(cursor.ingestedAt)::timestamp, \(cursor.id)::uuid)
                AND NOT EXISTS (
                    SELECT FROM factory.claims AS claim
                    WHERE claim.stage = \(stage.name) AND claim.asset_id = asset.id AND claim.expires_at > now())
                AND NOT EXISTS (
                    SELECT FROM factory.failure_records AS failure
                    WHERE failure.stage = \(stage.name) AND failure.entity_id = asset.id
                        AND failure.status <> 'RESOLVED'
                        AND (failure.next_retry_at IS NULL OR failure.next_retry_at > now()))
            ORDER BY asset.ingested_at, asset.id LIMIT \(limit)
            FOR NO KEY UPDATE OF asset SKIP LOCKED
        ), taken AS (
            INSERT INTO factory.claims AS claim (stage, asset_id, claimed_by, expires_at)
            SELECT \(stage.name), due.id, \(replica), now() + make_interval(secs => \(seconds)) FROM due
            ON CONFLICT (stage, asset_id) DO UPDATE
            SET claimed_by = excluded.claimed_by, claimed_at = excluded.claimed_at, expires_at = excluded.expires_at
            WHERE claim.expires_at <= now()
            RETURNING claim.asset_id
        )
        SELECT asset.id, asset.file_hash, asset.final_path, asset.size_bytes, asset.location ->> 'lat',
            asset.location ->> 'lon', asset.ingested_at, coalesce(failure.retry_count, 0)
        FROM taken
        JOIN public.media_assets AS asset ON asset.id = taken.asset_id
        LEFT JOIN factory.failure_records AS failure
            ON failure.stage = \(stage.name) AND failure.entity_id = asset.id AND failure.status <> 'RESOLVED'
        ORDER BY asset.ingested_at, asset.id
        """
    }

    /// Reads what `take` answers.
    static func asset(_ row: borrowing Row) throws(DatabaseError) -> ClaimedAsset {
        ClaimedAsset(
            id: try row.string(0), fingerprint: try row.fingerprint(1), finalPath: try row.string(2),
            size: try row.int(3),
            location: GeoPoint(latitude: row.optionalString(4), longitude: row.optionalString(5)),
            ingestedAt: try row.timestamp(6), failures: try row.int(7))
    }

    /// Makes claims last from now on for so many seconds, and answers of which assets. What has been lost stays lost.
    static func renew(_ assets: [String], of stage: Stage, for replica: String, seconds: Int) -> SQL {
        """
        UPDATE factory.claims SET expires_at = now() + make_interval(secs => \(seconds))
        WHERE stage = \(stage.name) AND claimed_by = \(replica) AND asset_id = ANY (\(SQLArray(assets))::text[]::uuid[])
        RETURNING asset_id
        """
    }

    /// Gives back what was not begun.
    static func release(_ assets: [String], of stage: Stage, by replica: String) -> SQL {
        """
        DELETE FROM factory.claims
        WHERE stage = \(stage.name) AND claimed_by = \(replica) AND asset_id = ANY (\(SQLArray(assets))::text[]::uuid[])
        """
    }

    /// Sets the flag of assets that are done, where they are still this replica's.
    static func finish(_ assets: [String], of stage: Stage, by replica: String) -> SQL {
        """
        WITH mine AS (
            DELETE FROM factory.claims
            WHERE stage = \(stage.name) AND claimed_by = \(replica)
                AND asset_id = ANY (\(SQLArray(assets))::text[]::uuid[])
            RETURNING asset_id
        )
        UPDATE public.media_assets AS asset
        SET \(unsafe: stage.flag.column) = TRUE, \(unsafe: stage.flag.timeColumn) = now()
        FROM mine
        WHERE asset.id = mine.asset_id AND NOT asset.\(unsafe: stage.flag.column)
        """
    }

    /// Answers whether anything waits that `take` might take, were nobody else taking it at this moment.
    static func isAnyDue(_ stage: Stage) -> SQL {
        """
        SELECT EXISTS (
            SELECT FROM public.media_assets AS asset
            WHERE \(unsafe: stage.flag.pattern)
                AND NOT EXISTS (
                    SELECT FROM factory.claims AS claim
                    WHERE claim.stage = \(stage.name) AND claim.asset_id = asset.id AND claim.expires_at > now())
                AND NOT EXISTS (
                    SELECT FROM factory.failure_records AS failure
                    WHERE failure.stage = \(stage.name) AND failure.entity_id = asset.id
                        AND failure.status <> 'RESOLVED'
                        AND (failure.next_retry_at IS NULL OR failure.next_retry_at > now())))
        """
    }

    /// Answers how many assets wait for a stage. Looks at each of them.
    static func waiting(_ stage: Stage) -> SQL {
        "SELECT count(*) FROM public.media_assets AS asset WHERE \(unsafe: stage.flag.pattern)"
    }
}
