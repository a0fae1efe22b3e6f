/// A place as people call it.
public struct NamedPlace: Sendable, Hashable {
    public let name: String
    /// Of the first order: a state, a region, a province; nil where a country has none.
    public let region: String?
    public let country: String
    /// Two letters (ISO 3166-1).
    public let countryCode: String
    /// Such as `Europe/Paris`.
    public let timeZone: String?
    /// The number by which GeoNames knows it.
    public let geonamesID: Int
    /// Where it is itself, to a hundred-thousandth of a degree; nil where that was not noted.
    public let position: GeoPoint?

    public init(
        name: String, region: String?, country: String, countryCode: String, timeZone: String?, geonamesID: Int,
        position: GeoPoint?
    ) {
        (self.name, self.region, self.country, self.countryCode) = (name, region, country, countryCode)
        (self.timeZone, self.geonamesID, self.position) = (timeZone, geonamesID, position)
    }

    /// Such as `Paris, Île-de-France, France`.
    public var words: String { [name, region, country].compactMap { $0 }.joined(separator: ", ") }
}
