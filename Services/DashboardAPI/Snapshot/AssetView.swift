import FactoryCore

/// An asset as lists show it.
struct AssetView: Sendable {
    let asset: AssetSummary

    var json: JSONValue { .object(members) }

    /// The members in their order, for those who add some.
    var members: [(name: String, value: JSONValue)] {
        let type = FileType.of(asset.finalPath)
        return [
            ("id", .text(asset.id)), ("name", .text(asset.name)), ("kind", .text(type.kind.rawValue)),
            ("captured_at", .text(asset.capturedAt.map { JSONTime.text($0) })),
            ("ingested_at", .time(asset.ingestedAt)),
            ("size_bytes", .integer(asset.size)), ("path", .text(StoredPath.shown(asset.finalPath))),
            ("location", .position(asset.place)),
            ("place_name", .text(asset.placeName)),
            ("has_errors", .bool(asset.hasErrors)), ("error_message", .text(asset.errorMessage)),
            ("inline", .bool(type.isInline)), ("original", .text("/api/v1/assets/\(asset.id)/original")),
            ("thumbnailed", .bool(asset.isThumbnailed)), ("thumbhash", .text(asset.thumbHash)),
            ("reviewed", .bool(asset.isCurated)),
        ]
    }
}
