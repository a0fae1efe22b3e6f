/// What lists show of an asset.
public struct AssetSummary: Sendable, Hashable {
    /// A UUID.
    public let id: String
    /// As it was in the inbox.
    public let name: String
    /// Absolute, as the row tells it.
    public let finalPath: String
    /// In bytes.
    public let size: Int
    /// The wall clock where it was taken; nil where nobody knows.
    public let capturedAt: CivilTime?
    /// When it was filed.
    public let ingestedAt: Timestamp
    /// Where it was taken, if that is known.
    public let place: GeoPoint?
    /// What people call that place, such as `Paris, France`; nil far from anything, and for what was not looked up.
    public let placeName: String?
    public let hasErrors: Bool
    public let errorMessage: String?
    /// Whether there are small pictures of it.
    public let isThumbnailed: Bool
    /// Whether somebody has looked at it and said so.
    public let isCurated: Bool
    /// What its small pictures show, in some twenty bytes: a ThumbHash in base64; nil where there never were any.
    public let thumbHash: String?

    init(_ row: borrowing Row) throws(DatabaseError) {
        id = try row.string(0)
        name = try row.string(1)
        finalPath = try row.string(2)
        size = try row.int(3)
        // A row of an earlier system may hold a time that is on no calendar.
        capturedAt = row.optionalString(4).flatMap { CivilTime($0) }
        ingestedAt = Timestamp(sqlText: try row.string(5)) ?? .distantPast
        place = GeoPoint(latitude: row.optionalString(6), longitude: row.optionalString(7))
        hasErrors = try row.bool(8)
        errorMessage = row.optionalString(9)
        isThumbnailed = try row.bool(10)
        isCurated = try row.bool(11)
        thumbHash = row.optionalString(12)
        placeName = row.optionalString(13)
    }
}
