/// `factory.thumbnails`: what is known of the small pictures of assets.
public enum ThumbnailsTable {
    /// In a statement where `id` is an asset's: its ThumbHash in base64; NULL without small pictures.
    static let thumbHash = """
        (SELECT encode(thumbnail.thumbhash, 'base64') FROM factory.thumbnails AS thumbnail WHERE thumbnail.asset_id = id)
        """

    /// Writes down what was made of assets. Can be repeated.
    ///
    /// - Parameter made: by the ids of assets, each of them once.
    public static func upsert(_ made: [(asset: String, thumbnails: MadeThumbnails)]) -> SQL {
        """
        INSERT INTO factory.thumbnails (asset_id, width, height, thumbhash)
        SELECT asset_id, width, height, decode(thumbhash, 'hex')
        FROM unnest(
            \(SQLArray(made.map(\.asset)))::text[]::uuid[],
            \(SQLArray(made.map(\.thumbnails.width)))::bigint[],
            \(SQLArray(made.map(\.thumbnails.height)))::bigint[],
            \(SQLArray(made.map(\.thumbnails.thumbHash)))::text[]
        ) AS made (asset_id, width, height, thumbhash)
        ON CONFLICT (asset_id) DO UPDATE
        SET width = excluded.width, height = excluded.height, thumbhash = excluded.thumbhash, made_at = now()
        """
    }
}
