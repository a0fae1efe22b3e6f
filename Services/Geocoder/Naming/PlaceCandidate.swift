/// A place near a photo, as far as it matters for which of them gives its name.
struct PlaceCandidate: Sendable, Hashable {
    /// In the file of places.
    let index: Int
    let kilometers: Double
    let population: Int
    /// The number of its country.
    let country: Int
}
