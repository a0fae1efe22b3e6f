/// `factory.asset_names`: by what a late member of a group finds the others.
public enum AssetNamesTable {
    /// Adds names of contents that have a row; known ones stay. Can be repeated.
    public static func insert(_ names: [AssetName]) -> SQL {
        let hashes = SQLArray(names.map(\.fingerprint.hex))
        // By the hashes themselves: a join would read the whole table as long as it is small, and slow down as it grows.
        return """
            WITH recorded AS MATERIALIZED (
                SELECT file_hash FROM public.media_assets WHERE file_hash = ANY (\(hashes)::text[])
            )
            INSERT INTO factory.asset_names (
                stem_digest, file_hash, content_identifier, is_dated, utc_offset_minutes)
            SELECT md5(name.stem)::uuid, name.file_hash, name.content_identifier, name.is_dated, name.utc_offset_minutes
            FROM unnest(
                \(SQLArray(names.map(\.stem)))::text[],
                \(hashes)::text[],
                \(SQLArray(names.map(\.contentIdentifier)))::text[],
                \(SQLArray(names.map { $0.isDated ? "t" : "f" }))::boolean[],
                \(SQLArray(names.map { $0.offset.map { String($0.minutes) } }))::smallint[]
            ) AS name (stem, file_hash, content_identifier, is_dated, utc_offset_minutes)
            WHERE name.file_hash IN (SELECT file_hash FROM recorded)
            ON CONFLICT (stem_digest, file_hash) DO NOTHING
            """
    }

    /// Answers what `filedAsset` reads: the assets that came under one of these stems, or with one of these identifiers,
    /// with the stem or identifier by which each was found.
    public static func find(stems: [String], contentIdentifiers: [String]) -> SQL {
        let (stems, identifiers) = (SQLArray(stems), SQLArray(contentIdentifiers))
        // By the values themselves: a join would read the whole table as long as it is small, and slow down as it grows.
        return """
            WITH names AS MATERIALIZED (
                SELECT stem_digest, file_hash, content_identifier, is_dated, utc_offset_minutes FROM factory.asset_names
                WHERE stem_digest = ANY (ARRAY(SELECT md5(stem)::uuid FROM unnest(\(stems)::text[]) AS stem))
            )
            SELECT asked.stem, asset.file_hash, asset.original_path, asset.final_path, asset.captured_at,
                asset.ingested_at, name.content_identifier, name.is_dated, name.utc_offset_minutes, asked.stem
            FROM unnest(\(stems)::text[]) AS asked (stem)
            JOIN names AS name ON name.stem_digest = md5(asked.stem)::uuid
            JOIN public.media_assets AS asset ON asset.file_hash = name.file_hash
            UNION ALL
            SELECT asked.identifier, asset.file_hash, asset.original_path, asset.final_path, asset.captured_at,
                asset.ingested_at, name.content_identifier, name.is_dated, name.utc_offset_minutes, NULL
            FROM unnest(\(identifiers)::text[]) AS asked (identifier)
            JOIN factory.asset_names AS name ON name.content_identifier = asked.identifier
            JOIN public.media_assets AS asset ON asset.file_hash = name.file_hash
            """
    }

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
