/// `factory.asset_names`: by what a late member of a group finds the others.
public enum AssetNamesTable {
    /// Adds names of contents.
    ///
    /// - Parameter keepsKnown: whether names that are there already, and names of contents that have no row, are passed
    ///   over; if not, each content is one that was inserted just before, and a name that is known fails the statement.
    /// - Throws: `DatabaseError` when OpenSSL offers no MD5.
    public static func insert(_ names: [AssetName], keepsKnown: Bool) throws(DatabaseError) -> SQL {
        let digests = try NameDigest.of(names.map(\.stem))
        return """
            INSERT INTO factory.asset_names (stem_digest, file_hash, content_identifier, is_dated, utc_offset_minutes)
            SELECT name.stem_digest, name.file_hash, name.content_identifier, name.is_dated, name.utc_offset_minutes
            FROM unnest(
                \(SQLArray(digests))::uuid[],
                \(SQLArray(names.map(\.fingerprint)))::text[],
                \(SQLArray(names.map(\.contentIdentifier)))::text[],
                \(SQLArray(names.map(\.isDated)))::boolean[],
                \(SQLArray(names.map { $0.offset?.minutes }))::bigint[]
            ) AS name (stem_digest, file_hash, content_identifier, is_dated, utc_offset_minutes)
            \(unsafe: keepsKnown ? keepingKnown : "")
            """
    }

    // One by one, which OFFSET holds the planner to: see `MediaAssetsTable.find`.
    private static let keepingKnown = """
        CROSS JOIN LATERAL (
            SELECT FROM public.media_assets WHERE media_assets.file_hash = name.file_hash OFFSET 0
        ) AS recorded
        ON CONFLICT (uuid_hash_extended(stem_digest, 0), hashtextextended(file_hash, 0)) DO NOTHING
        """

    /// Answers what `filedAsset` reads: the assets that came under one of these stems, or with one of these identifiers,
    /// with the stem or identifier by which each was found.
    ///
    /// - Throws: `DatabaseError` when OpenSSL offers no MD5.
    public static func find(stems: [String], contentIdentifiers: [String]) throws(DatabaseError) -> SQL {
        // One by one, which OFFSET holds the planner to: see `MediaAssetsTable.find`. A name is found by its hash, spelled as
        // in the index, and is the one that was asked for by its digest.
        let digests = try NameDigest.of(stems)
        return """
            SELECT asked.stem, found.*, asked.stem
            FROM unnest(\(SQLArray(stems))::text[], \(SQLArray(digests))::uuid[]) AS asked (stem, digest)
            CROSS JOIN LATERAL (
                SELECT \(unsafe: filedColumns)
                FROM factory.asset_names AS name CROSS JOIN LATERAL (\(unsafe: assetOfName)) AS asset
                WHERE uuid_hash_extended(name.stem_digest, 0) = uuid_hash_extended(asked.digest, 0)
                    AND name.stem_digest = asked.digest OFFSET 0
            ) AS found
            UNION ALL
            SELECT asked.identifier, found.*, NULL
            FROM unnest(\(SQLArray(contentIdentifiers))::text[]) AS asked (identifier)
            CROSS JOIN LATERAL (
                SELECT \(unsafe: filedColumns)
                FROM factory.asset_names AS name CROSS JOIN LATERAL (\(unsafe: assetOfName)) AS asset
                WHERE name.content_identifier = asked.identifier OFFSET 0
            ) AS found
            """
    }

    private static let filedColumns = """
        asset.file_hash, asset.original_path, asset.final_path, asset.captured_at, asset.ingested_at,
        name.content_identifier, name.is_dated, name.utc_offset_minutes
        """

    private static let assetOfName = """
        SELECT file_hash, original_path, final_path, captured_at, ingested_at
        FROM public.media_assets WHERE media_assets.file_hash = name.file_hash OFFSET 0
        """

    /// Reads what `find` answers.
    public static func filedAsset(_ row: borrowing Row) throws(DatabaseError) -> (askedFor: String, asset: FiledAsset) {
        let asset = FiledAsset(
            fingerprint: try row.fingerprint(1), originalPath: try row.string(2), finalPath: try row.string(3),
            capturedAt: row.optionalString(4).flatMap { CivilTime($0) }, ingestedAt: try row.timestamp(5),
            contentIdentifier: row.optionalString(6), stem: row.optionalString(9), isDated: try row.bool(7),
            offset: row.isNull(8) ? nil : UTCOffset(minutes: try row.int(8)))
        return (try row.string(0), asset)
    }
}
