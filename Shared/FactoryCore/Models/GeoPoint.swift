/// A place on earth in decimal degrees (WGS 84).
public struct GeoPoint: Sendable, Hashable {
    /// -90 to 90, positive north of the equator.
    public let latitude: Double
    /// -180 to 180, positive east of Greenwich.
    public let longitude: Double

    /// Refuses what is no place: not a number, out of range, and exactly 0,0, which devices write when they know none.
    public init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        guard latitude != 0 || longitude != 0 else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Of degrees as they are written; nil as well where one of them is no number.
    package init?(latitude: String?, longitude: String?) {
        guard let latitude = latitude.flatMap(Double.init), let longitude = longitude.flatMap(Double.init) else {
            return nil
        }
        self.init(latitude: latitude, longitude: longitude)
    }

    /// The object that the ledger keeps: `{"lat": 35.66, "lon": 139.7}`.
    public var json: String {
        "{\"lat\": \(latitude), \"lon\": \(longitude)}"
    }
}

extension GeoPoint: Codable {
    private enum CodingKeys: String, CodingKey {
        case latitude = "lat"
        case longitude = "lon"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let latitude = try container.decode(Double.self, forKey: .latitude)
        let longitude = try container.decode(Double.self, forKey: .longitude)
        guard let point = GeoPoint(latitude: latitude, longitude: longitude) else {
            throw DecodingError.dataCorruptedError(
                forKey: .latitude, in: container, debugDescription: "\(latitude), \(longitude) is no place on earth.")
        }
        self = point
    }
}
