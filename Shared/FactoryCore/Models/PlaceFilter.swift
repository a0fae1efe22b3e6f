/// A country, one of its regions, or one of its places.
public struct PlaceFilter: Sendable, Hashable {
    /// Two letters (ISO 3166-1).
    public let countryCode: String
    /// Nil for all of them, and for those that have none.
    public let region: String?
    /// Nil for all of them.
    public let name: String?

    public init(countryCode: String, region: String? = nil, name: String? = nil) {
        (self.countryCode, self.region, self.name) = (countryCode, region, name)
    }
}
