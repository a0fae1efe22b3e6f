import FactoryCore

/// One page of the list of assets.
struct AssetPage: Sendable {
    let assets: [AssetSummary]
    /// Where the next one begins; nil when there is none.
    let next: AssetPosition?

    var json: JSONValue {
        [
            "assets": .list(assets.map { AssetView(asset: $0).json }),
            "next": .text(next.map { AssetCursor.text($0) }),
        ]
    }
}
