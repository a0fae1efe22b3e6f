/// `factory.backups`: which originals have a copy on a second target that was read back.
public enum BackupsTable {
    private static let columns = """
        backup.asset_id, backup.path, backup.file_hash, backup.size_bytes, backup.copied_at, backup.verified_at
        """

    /// What still counts: the copy is right, the asset says so, and it is the content that the ledger has now.
    private static let isProven = """
        backup.state <> 'DAMAGED' AND asset.is_backed_up AND asset.file_hash = backup.file_hash
        """

    /// Reads what the statements below answer of copies.
    public static func copy(_ row: borrowing Row) throws(DatabaseError) -> ProvenCopy {
        ProvenCopy(
            asset: try row.string(0), path: try row.string(1), fingerprint: try row.fingerprint(2),
            size: try row.int(3), copiedAt: try row.timestamp(4), verifiedAt: try row.timestamp(5))
    }

    /// Writes down copies that were read back. Can be repeated.
    ///
    /// - Parameter copies: of assets, each of them once.
    public static func upsert(_ copies: [ProvenCopy], target: String) -> SQL {
        """
        INSERT INTO factory.backups (
            asset_id, target, path, file_hash, size_bytes, copied_at, verified_at, state)
        SELECT asset_id, \(target), path, file_hash, size_bytes, copied_at, verified_at, 'VERIFIED'
        FROM unnest(
            \(SQLArray(copies.map(\.asset)))::text[]::uuid[],
            \(SQLArray(copies.map(\.path)))::text[],
            \(SQLArray(copies.map(\.fingerprint)))::text[],
            \(SQLArray(copies.map(\.size)))::bigint[],
            \(SQLArray(copies.map(\.copiedAt)))::timestamp[],
            \(SQLArray(copies.map(\.verifiedAt)))::timestamp[]
        ) AS copy (asset_id, path, file_hash, size_bytes, copied_at, verified_at)
        ON CONFLICT (asset_id, target) DO UPDATE
        SET path = excluded.path, file_hash = excluded.file_hash, size_bytes = excluded.size_bytes,
            copied_at = excluded.copied_at, verified_at = excluded.verified_at, restore_tested_at = NULL,
            state = excluded.state
        """
    }

    /// Answers whether anything was ever copied to a target.
    public static func isKnown(_ target: String) -> SQL {
        "SELECT EXISTS (SELECT FROM factory.backups WHERE target = \(target))"
    }

    /// Answers which of these paths other assets' copies have too, or would where capitals mean nothing.
    public static func rivals(of assets: [String], paths: [String], target: String) -> SQL {
        """
        SELECT wanted.path FROM unnest(\(SQLArray(paths))::text[]) AS wanted (path)
        WHERE EXISTS (
            SELECT FROM factory.backups AS backup
            WHERE backup.target = \(target) AND backup.state <> 'DAMAGED' AND lower(backup.path) = lower(wanted.path)
                AND backup.asset_id <> ALL (\(SQLArray(assets))::text[]::uuid[]))
        """
    }

    /// Answers copies by chance.
    public static func sample(_ limit: Int, target: String) -> SQL {
        """
        SELECT \(unsafe: columns) FROM factory.backups AS backup
        JOIN public.media_assets AS asset ON asset.id = backup.asset_id
        WHERE backup.target = \(target) AND \(unsafe: isProven)
        ORDER BY random() LIMIT \(limit)
        """
    }

    /// Answers the next copies by their assets' ids, and how the phone named each file.
    public static func page(after asset: String?, limit: Int, target: String) -> SQL {
        """
        SELECT \(unsafe: columns), asset.original_path FROM factory.backups AS backup
        JOIN public.media_assets AS asset ON asset.id = backup.asset_id
        WHERE backup.target = \(target) AND \(unsafe: isProven)
            AND (\(asset)::uuid IS NULL OR backup.asset_id > \(asset)::uuid)
        ORDER BY backup.asset_id LIMIT \(limit)
        """
    }

    /// Answers the copies of contents, or of originals at places below `Originals`.
    public static func find(hashes: [String], paths: [String], target: String) -> SQL {
        """
        SELECT \(unsafe: columns) FROM factory.backups AS backup
        JOIN public.media_assets AS asset ON asset.id = backup.asset_id
        WHERE backup.target = \(target) AND \(unsafe: isProven)
            AND (backup.file_hash = ANY (\(SQLArray(hashes))::text[]) OR backup.path = ANY (\(SQLArray(paths))::text[]))
        ORDER BY backup.path
        """
    }

    /// Answers what `backupSummary` reads, in one row, without counting what no restore test has had.
    public static let summary: SQL = """
        SELECT
            (SELECT min(verified_at) FROM factory.backups WHERE state <> 'DAMAGED'),
            count(*) FILTER (WHERE state = 'RESTORE TESTED'), count(*) FILTER (WHERE state = 'DAMAGED'),
            max(restore_tested_at)
        FROM factory.backups WHERE restore_tested_at IS NOT NULL
        """

    /// Reads what `summary` answers.
    public static func backupSummary(_ row: borrowing Row) throws(DatabaseError) -> BackupSummary {
        BackupSummary(
            oldestVerified: row.optionalString(0).flatMap { Timestamp(sqlText: $0) }, restoreTested: try row.int(1),
            damaged: try row.int(2), lastRestoreTest: row.optionalString(3).flatMap { Timestamp(sqlText: $0) })
    }

    /// Writes down that copies were fetched and were right.
    public static func markTested(_ assets: [String], target: String) -> SQL {
        """
        UPDATE factory.backups SET state = 'RESTORE TESTED', restore_tested_at = now(), verified_at = now()
        WHERE target = \(target) AND asset_id = ANY (\(SQLArray(assets))::text[]::uuid[]) AND state <> 'DAMAGED'
        """
    }

    /// Writes down that copies are not what they were.
    public static func markDamaged(_ assets: [String], target: String) -> SQL {
        """
        UPDATE factory.backups SET state = 'DAMAGED', restore_tested_at = now()
        WHERE target = \(target) AND asset_id = ANY (\(SQLArray(assets))::text[]::uuid[])
        """
    }
}
