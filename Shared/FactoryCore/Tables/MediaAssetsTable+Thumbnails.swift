extension MediaAssetsTable {
    /// Lets assets wait for thumbnails again.
    public static func forgetThumbnails(of assets: [String]) -> SQL {
        """
        UPDATE public.media_assets SET is_thumbnailed = FALSE, thumbnailed_at = NULL
        WHERE id = ANY (\(SQLArray(assets))::text[]::uuid[]) AND is_thumbnailed
        """
    }

    /// Answers the next assets that are said to have thumbnails, by their ids: id and hash.
    public static func thumbnailed(after id: String?, limit: Int) -> SQL {
        """
        SELECT id, file_hash FROM public.media_assets
        WHERE is_thumbnailed AND (\(id)::uuid IS NULL OR id > \(id)::uuid)
        ORDER BY id LIMIT \(limit)
        """
    }
}
