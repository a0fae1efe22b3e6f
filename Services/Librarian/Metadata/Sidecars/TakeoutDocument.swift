import FactoryCore

/// What is of use in Takeout's JSON. A member of the wrong type counts as absent, but for the time, without which the
/// document is another.
struct TakeoutDocument: Decodable {
    /// Seconds since 1970.
    let taken: String
    let title: String?
    /// Of the file itself, and as Google shows it; 0,0 where none is known.
    let places: [GeoPoint?]

    private enum Key: String, CodingKey {
        case photoTakenTime, geoDataExif, geoData, title
    }

    private enum TimeKey: String, CodingKey {
        case timestamp
    }

    private struct Place: Decodable {
        let latitude: Double
        let longitude: Double
    }

    init(from decoder: any Decoder) throws {
        let document = try decoder.container(keyedBy: Key.self)
        let time = try document.nestedContainer(keyedBy: TimeKey.self, forKey: .photoTakenTime)
        taken =
            try (try? time.decode(String.self, forKey: .timestamp)) ?? String(time.decode(Int.self, forKey: .timestamp))
        title = try? document.decode(String.self, forKey: .title)
        places = [Key.geoDataExif, .geoData].map { key in
            guard let place = try? document.decode(Place.self, forKey: key) else { return nil }
            return GeoPoint(latitude: place.latitude, longitude: place.longitude)
        }
    }
}
