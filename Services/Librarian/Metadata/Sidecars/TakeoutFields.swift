import FactoryCore

/// What Google Takeout's JSON says about a photo or video.
struct TakeoutFields: Sendable, Hashable {
    /// photoTakenTime.timestamp: seconds since 1970, UTC, as text.
    var taken: String?
    /// geoDataExif, else geoData.
    var place: GeoPoint?
    /// The photo's own name, which the name of the JSON may have cut short.
    var title: String?
}
