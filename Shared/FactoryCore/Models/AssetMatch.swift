/// What a look at a stretch of the list of assets says of one of them.
public struct AssetMatch: Sendable, Hashable {
    public let asset: AssetSummary
    /// Whether it is what was asked for; if not, it only says where the stretch ended.
    public let matches: Bool
    /// Whether the stretch ended here, and more may follow.
    public let endsStretch: Bool

    init(_ row: borrowing Row) throws(DatabaseError) {
        asset = try AssetSummary(row)
        matches = try row.bool(MediaAssetsTable.summaryCount)
        endsStretch = try row.bool(MediaAssetsTable.summaryCount + 1)
    }
}
