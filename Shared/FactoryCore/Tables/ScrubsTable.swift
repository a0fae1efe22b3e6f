/// `factory.scrubs`: when each original was last read again, and what was found. Everything is read along an index.
public enum ScrubsTable {
    /// Answers what `stretchRow` reads: the next assets in the order of arrival, read or not.
    ///
    /// - Parameters:
    ///   - position: behind which to begin.
    ///   - limit: how many assets are looked at.
    public static func stretch(behind position: ScrubPosition, limit: Int) -> SQL {
        // The bound on the time alone is what the index understands.
        """
        SELECT asset.id, asset.ingested_at,
            NOT EXISTS (SELECT FROM factory.scrubs AS scrub WHERE scrub.asset_id = asset.id OFFSET 0)
        FROM (
            SELECT id, ingested_at FROM public.media_assets
            WHERE ingested_at >= \(position.ingestedAt)::timestamp
                AND (ingested_at, id) > (\(position.ingestedAt)::timestamp, \(position.id)::uuid)
            ORDER BY ingested_at, id LIMIT \(limit)
        ) AS asset
        ORDER BY asset.ingested_at, asset.id
        """
    }

    /// Reads what `stretch` answers.
    public static func stretchRow(_ row: borrowing Row) throws(DatabaseError) -> ScrubStretchRow {
        ScrubStretchRow(id: try row.string(0), ingestedAt: try row.timestamp(1), isUnread: try row.bool(2))
    }

    /// Answers `asset_id` of those that were read longest ago.
    public static func oldest(_ limit: Int) -> SQL {
        "SELECT asset_id FROM factory.scrubs ORDER BY checked_at, asset_id LIMIT \(limit)"
    }

    /// Answers `asset_id` of those that are not as they should be and were last looked at before a time.
    public static func findings(checkedBefore time: Timestamp, limit: Int) -> SQL {
        """
        SELECT asset_id FROM factory.scrubs WHERE finding <> 'OK' AND checked_at < \(time)::timestamp
        ORDER BY checked_at, asset_id LIMIT \(limit)
        """
    }

    /// Answers one row with one column: how many originals are not as they should be.
    public static let countFindings: SQL = "SELECT count(*) FROM factory.scrubs WHERE finding <> 'OK'"

    /// Answers one row with one column: when the original was read that was read longest ago; NULL without any.
    public static let oldestReading: SQL = "SELECT min(checked_at) FROM factory.scrubs"

    /// Answers what `candidate` reads of these assets.
    public static func candidates(_ ids: [String]) -> SQL {
        """
        SELECT asset.id, asset.file_hash, asset.final_path, asset.size_bytes, asset.ingested_at, scrub.checked_at,
            scrub.finding, scrub.modified_at
        FROM unnest(\(SQLArray(ids))::text[]::uuid[]) AS asked (id)
        CROSS JOIN LATERAL (
            SELECT * FROM public.media_assets WHERE media_assets.id = asked.id OFFSET 0
        ) AS asset
        LEFT JOIN LATERAL (
            SELECT * FROM factory.scrubs WHERE scrubs.asset_id = asked.id OFFSET 0
        ) AS scrub ON TRUE
        """
    }

    /// Reads what `candidates` answers.
    public static func candidate(_ row: borrowing Row) throws(DatabaseError) -> ScrubCandidate {
        ScrubCandidate(
            row: RecordedOriginal(
                id: try row.string(0), fingerprint: Fingerprint(hex: try row.string(1)), finalPath: try row.string(2),
                size: try row.int(3)),
            ingestedAt: try row.timestamp(4), checkedAt: row.optionalString(5).flatMap { Timestamp(sqlText: $0) },
            finding: row.optionalString(6).flatMap { ScrubFinding(rawValue: $0) },
            modifiedWhenWhole: row.optionalString(7).flatMap { Timestamp(sqlText: $0) })
    }

    /// Writes a reading down, if its asset is still there. What was seen of the file when it was whole stays.
    public static func record(_ reading: ScrubReading) -> SQL {
        """
        INSERT INTO factory.scrubs AS known (asset_id, checked_at, finding, detail, size_bytes, modified_at)
        SELECT id, \(reading.time)::timestamp, \(reading.finding.rawValue), \(reading.detail), \(reading.size)::bigint,
            \(reading.modified)::timestamp
        FROM public.media_assets WHERE id = \(reading.asset)::uuid
        ON CONFLICT (asset_id) DO UPDATE
        SET checked_at = excluded.checked_at, finding = excluded.finding, detail = excluded.detail,
            size_bytes = coalesce(excluded.size_bytes, known.size_bytes),
            modified_at = coalesce(excluded.modified_at, known.modified_at)
        """
    }

    /// Any number that no other lock uses; it spells "scrub". An asset's lock is made of both.
    private static let lockKey: Int64 = 0x73_63_72_75_62

    /// Takes an asset for this session, if no other one has it: one row with a boolean.
    public static func lock(_ asset: String) -> SQL {
        "SELECT pg_try_advisory_lock(hashtextextended(\(asset), \(lockKey)::bigint))"
    }

    public static func unlock(_ asset: String) -> SQL {
        "SELECT pg_advisory_unlock(hashtextextended(\(asset), \(lockKey)::bigint))"
    }
}
