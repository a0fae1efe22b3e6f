/// Everything that is known of one asset.
public struct AssetDetails: Sendable, Hashable {
    public let summary: AssetSummary
    /// The SHA-256 of the content, 64 hexadecimal digits.
    public let fileHash: String
    /// Absolute, in the inbox from which it came.
    public let originalPath: String
    public let isIngested: Bool
    public let isGeocoded: Bool
    public let isBackedUp: Bool
    /// Where it was taken; nil far from anything, and for what was not looked up.
    public let place: NamedPlace?
    /// When the row was made.
    public let createdAt: Timestamp

    init(_ row: borrowing Row) throws(DatabaseError) {
        summary = try AssetSummary(row)
        let first = MediaAssetsTable.summaryCount
        fileHash = try row.string(first)
        originalPath = try row.string(first + 1)
        isIngested = try row.bool(first + 2)
        isGeocoded = try row.bool(first + 3)
        isBackedUp = try row.bool(first + 4)
        createdAt = Timestamp(sqlText: try row.string(first + 5)) ?? .distantPast
        place = try PlacesTable.place(row, from: first + 6)
    }
}
