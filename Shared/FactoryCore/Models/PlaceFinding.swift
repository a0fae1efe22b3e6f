/// What was found where a photo was taken.
public struct PlaceFinding: Sendable, Hashable {
    /// Nil far from anything that has a name.
    public let place: NamedPlace?
    /// How far away that place is; of no place, how far the nearest one.
    public let kilometers: Double

    public init(place: NamedPlace?, kilometers: Double) {
        (self.place, self.kilometers) = (place, kilometers)
    }

    /// For a person.
    public var sentence: String {
        let distance = (kilometers * 10).rounded() / 10
        guard let place else { return "far from anything: the nearest place is \(distance) km away" }
        return "\(place.words): \(distance) km away; time zone \(place.timeZone ?? "unknown")"
    }
}
