extension MediaAssetsTable {
    /// Lets assets wait for a backup again.
    public static func forgetBackup(of assets: [String]) -> SQL {
        """
        UPDATE public.media_assets SET is_backed_up = FALSE, backed_up_at = NULL
        WHERE id = ANY (\(SQLArray(assets))::text[]::uuid[]) AND is_backed_up
        """
    }
}
