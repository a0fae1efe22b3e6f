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
                ("place", place), ("created_at", .time(details.createdAt)),
            ])
    }

    private var place: JSONValue {
        guard let place = details.place else { return nil }
        return .object([
            ("name", .text(place.name)), ("region", .text(place.region)), ("country", .text(place.country)),
            ("country_code", .text(place.countryCode)), ("time_zone", .text(place.timeZone)),
            ("geonames_id", .integer(place.geonamesID)),
            ("position", .position(place.position)),
        ])
    }
}
