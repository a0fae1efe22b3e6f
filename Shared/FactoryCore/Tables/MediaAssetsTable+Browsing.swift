/// What the dashboard asks. Everything is read along an index, so that it takes as long among millions as among few.
extension MediaAssetsTable {
    private static let summary = """
        id, original_name, final_path, size_bytes, captured_at, ingested_at, location ->> 'lat', location ->> 'lon',
        has_errors, error_message, is_thumbnailed, is_curated, \(ThumbnailsTable.thumbHash),
        (SELECT place.name || ', ' || place.country FROM factory.places AS place WHERE place.asset_id = id)
        """

    /// How many columns `summary` names.
    static let summaryCount = 14

    /// Answers what `assetSummary` reads: those that were filed last, the newest first.
    public static func recent(_ limit: Int) -> SQL {
        "SELECT \(unsafe: summary) FROM public.media_assets ORDER BY ingested_at DESC LIMIT \(limit)"
    }

    /// Reads what `recent` answers.
    public static func assetSummary(_ row: borrowing Row) throws(DatabaseError) -> AssetSummary {
        try AssetSummary(row)
    }

    /// Answers two columns, NULL without any dated asset: the first and the last time at which something was captured.
    public static let captureRange: SQL = "SELECT min(captured_at), max(captured_at) FROM public.media_assets"

    /// Answers what `assetMatch` reads, of those with a date, the newest captured first.
    ///
    /// There is no index of names: a name is looked for in one stretch of the list at a time, so that nobody waits long.
    ///
    /// - Parameters:
    ///   - position: behind which to begin; nil for the beginning.
    ///   - stretch: how many rows are looked at.
    ///   - limit: how many rows are answered at most.
    public static func dated(
        behind position: AssetPosition?, _ filter: AssetFilter, stretch: Int, limit: Int
    ) -> SQL {
        """
        SELECT \(unsafe: summary), original_name ILIKE \(filter.pattern), number = \(stretch)
        FROM (
            SELECT \(unsafe: columns), row_number() OVER (ORDER BY captured_at DESC, id DESC) AS number
            FROM (
                SELECT \(unsafe: columns) FROM \(source(filter))
                WHERE captured_at >= \(filter.from?.description ?? "0001-01-01")::timestamp
                    AND captured_at < \(filter.to?.description ?? "9999-12-31")::timestamp + interval '1 day'
                    AND (NOT \(filter.errorsOnly)::boolean OR has_errors)
                    AND (\(position?.capturedAt)::timestamp IS NULL
                        OR (captured_at, id) < (\(position?.capturedAt)::timestamp, \(position?.id)::uuid))
                ORDER BY captured_at DESC, id DESC LIMIT \(stretch)
            ) AS asset
        ) AS asset
        WHERE original_name ILIKE \(filter.pattern) OR number = \(stretch)
        ORDER BY captured_at DESC, id DESC LIMIT \(limit)
        """
    }

    /// Answers what `assetMatch` reads, of those without a date. Parameters as of `dated`.
    public static func undated(
        behind position: AssetPosition?, _ filter: AssetFilter, stretch: Int, limit: Int
    ) -> SQL {
        """
        SELECT \(unsafe: summary), original_name ILIKE \(filter.pattern), number = \(stretch)
        FROM (
            SELECT \(unsafe: columns), row_number() OVER (ORDER BY captured_at DESC, id DESC) AS number
            FROM (
                SELECT \(unsafe: columns) FROM \(source(filter))
                WHERE captured_at IS NULL AND (NOT \(filter.errorsOnly)::boolean OR has_errors)
                    AND (\(position?.id)::uuid IS NULL OR id < \(position?.id)::uuid)
                ORDER BY captured_at DESC, id DESC LIMIT \(stretch)
            ) AS asset
        ) AS asset
        WHERE original_name ILIKE \(filter.pattern) OR number = \(stretch)
        ORDER BY captured_at DESC, id DESC LIMIT \(limit)
        """
    }

    /// The table of which a list shows a stretch. Joined from the place, so that the server may begin with what is rarer.
    private static func source(_ filter: AssetFilter) -> SQL {
        guard let place = filter.place else { return "public.media_assets" }
        return """
            public.media_assets JOIN factory.places AS place ON place.asset_id = id AND place.name IS NOT NULL
                AND place.country_code = \(place.countryCode)
                AND (\(place.region)::text IS NULL OR place.region = \(place.region))
                AND (\(place.name)::text IS NULL OR place.name = \(place.name))
            """
    }

    /// Reads what `dated` and `undated` answer.
    public static func assetMatch(_ row: borrowing Row) throws(DatabaseError) -> AssetMatch {
        try AssetMatch(row)
    }

    private static let columns = """
        id, original_name, final_path, size_bytes, captured_at, ingested_at, location, has_errors, error_message,
        is_thumbnailed, is_curated
        """

    /// Answers what `assetDetails` reads, of one row.
    ///
    /// - Parameter id: a UUID.
    public static func details(id: String) -> SQL {
        """
        SELECT \(unsafe: summary), file_hash, original_path, is_ingested, is_geocoded, is_backed_up, created_at,
            \(unsafe: PlacesTable.columns)
        FROM public.media_assets LEFT JOIN factory.places AS place ON place.asset_id = id
        WHERE id = \(id)::uuid
        """
    }

    /// Reads what `details` answers.
    public static func assetDetails(_ row: borrowing Row) throws(DatabaseError) -> AssetDetails {
        try AssetDetails(row)
    }

    /// Marks assets as looked at by somebody, or as not, where they are not so already.
    ///
    /// - Parameter assets: UUIDs.
    public static func mark(_ assets: [String], isCurated: Bool) -> SQL {
        """
        UPDATE public.media_assets
        SET is_curated = \(isCurated)::boolean, curated_at = CASE WHEN \(isCurated)::boolean THEN now() END
        WHERE id = ANY (\(SQLArray(assets))::text[]::uuid[]) AND is_curated <> \(isCurated)::boolean
        """
    }
}
