import FactoryCore

/// An asset as it is shown alone.
struct AssetDetailsView: Sendable {
    let details: AssetDetails

    var json: JSONValue {
        .object(
            AssetView(asset: details.summary).members + [
                ("file_hash", .text(details.fileHash)), ("original_path", .text(details.originalPath)),
                (
                    "flags",
                    [
                        "ingested": .bool(details.isIngested), "geocoded": .bool(details.isGeocoded),
                        "thumbnailed": .bool(details.summary.isThumbnailed),
                        "curated": .bool(details.summary.isCurated),
                        "backed_up": .bool(details.isBackedUp),
                    ]
                ),
                ("created_at", .time(details.createdAt)),
            ])
    }
}
