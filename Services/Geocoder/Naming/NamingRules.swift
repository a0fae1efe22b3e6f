/// Which of the places near a photo gives its name: the one that people would say. The nearest one is often a quarter of a
/// city, and the largest one of all too far away.
enum NamingRules {
    /// So many of the nearest places are looked at.
    static let neighbours = 30
    /// So far away a place may be to be preferred to a nearer one, in kilometres.
    static let radius = 12.0
    /// What is farther away than this, in kilometres, names nothing: at sea, on the ice, in a desert.
    static let reach = 100.0

    /// - Parameter near: the nearest places, the nearest first.
    /// - Returns: the most populous one within the radius and within the country of the nearest one, for nobody says of a
    ///   photo of San Diego that it was taken in Tijuana; else the nearest one; nil when that is out of reach.
    static func choice(of near: [PlaceCandidate]) -> PlaceCandidate? {
        guard let nearest = near.first, nearest.kilometers <= reach else { return nil }
        return near.prefix(neighbours).filter { $0.kilometers <= radius && $0.country == nearest.country }
            .reduce(nearest) { $1.population > $0.population ? $1 : $0 }
    }
}
