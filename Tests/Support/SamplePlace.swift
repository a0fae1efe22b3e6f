/// A place for tests.
public struct SamplePlace: Sendable, Hashable {
    public var name: String
    public var region: String?
    public var country: String
    public var countryCode: String
    public var timeZone: String?
    public var population: Int
    public var geonamesID: Int
    /// In hundred-thousandths of a degree.
    public var latitude: Int
    public var longitude: Int

    public init(
        _ name: String, _ latitude: Double, _ longitude: Double, population: Int = 1000, region: String? = nil,
        country: String = "Utopia", code: String = "UT", timeZone: String? = "Etc/UTC", id: Int = 1
    ) {
        (self.name, self.region, self.country, self.countryCode) = (name, region, country, code)
        (self.timeZone, self.population, geonamesID) = (timeZone, population, id)
        (self.latitude, self.longitude) = (Int((latitude * 1e5).rounded()), Int((longitude * 1e5).rounded()))
    }

    public static let paris = SamplePlace(
        "Paris", 48.85341, 2.3488, population: 2_138_551, region: "Île-de-France", country: "France", code: "FR",
        timeZone: "Europe/Paris", id: 2_988_507)

    /// On a sphere with the radius 1.
    var vector: SIMD3<Double> {
        let (north, east) = (Double(latitude) / 1e5 * .pi / 180, Double(longitude) / 1e5 * .pi / 180)
        return SIMD3(cosine(north) * cosine(east), cosine(north) * sine(east), sine(north))
    }
}
