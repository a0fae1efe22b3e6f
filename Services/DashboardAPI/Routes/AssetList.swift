import FactoryCore

/// Goes through the list of assets, stretch by stretch, until a page is full or the time is over.
struct AssetList: Sendable {
    /// A name is looked for in so many rows at first, which even a disk that was asleep gives soon; in twice as many each
    /// time that it was quick, up to the most.
    private static let firstStretch = 500
    private static let longestStretch = 50_000
    private static let quick: Duration = .milliseconds(250)
    /// A page that is not full by then is given as it is, with the place where to go on.
    private static let patience: Duration = .seconds(2)

    let pool: ReadPool

    /// - Throws: `ReadError` or `DatabaseError` when the database does not answer.
    func page(behind position: AssetPosition?, _ filter: AssetFilter, limit: Int) async throws -> AssetPage {
        // One more than is shown tells whether there are more.
        let wanted = limit + 1
        var stretch = filter.text == nil ? wanted : Self.firstStretch
        let deadline = ContinuousClock.now + Self.patience
        var found: [AssetSummary] = []
        var position = position
        var isUndated = position.map { $0.capturedAt == nil } ?? false
        while true {
            let start = ContinuousClock.now
            let rows = try await look(
                isUndated, behind: position, filter, stretch: stretch, limit: wanted - found.count)
            if filter.text != nil, start.duration(to: .now) < Self.quick {
                stretch = min(Self.longestStretch, stretch * 2)
            }
            found += rows.filter(\.matches).map(\.asset)
            if found.count == wanted {
                let assets = Array(found.prefix(limit))
                return AssetPage(assets: assets, next: assets.last.map { Self.position($0) })
            }
            if let last = rows.last, last.endsStretch {
                position = Self.position(last.asset)
            } else if !isUndated && filter.takesUndated {
                isUndated = true
                position = AssetPosition(capturedAt: nil, id: nil)
            } else {
                return AssetPage(assets: found, next: nil)
            }
            if ContinuousClock.now > deadline { return AssetPage(assets: found, next: position) }
        }
    }

    private static func position(_ asset: AssetSummary) -> AssetPosition {
        AssetPosition(capturedAt: asset.capturedAt, id: asset.id)
    }

    private func look(
        _ isUndated: Bool, behind position: AssetPosition?, _ filter: AssetFilter, stretch: Int, limit: Int
    ) async throws -> [AssetMatch] {
        let statement =
            isUndated
            ? MediaAssetsTable.undated(behind: position, filter, stretch: stretch, limit: limit)
            : MediaAssetsTable.dated(behind: position, filter, stretch: stretch, limit: limit)
        return try await pool.rows(statement) { try MediaAssetsTable.assetMatch($0) }
    }
}
