import FactoryCore
import TestSupport
import Testing

@testable import geocoder

/// The file that the script makes. `Tests/run.sh` has it made; without PyPI there is none, and these are skipped.
@Suite("Known places are called as people call them", .enabled(if: TestEnvironment.value("FACTORY_PLACES") != nil))
struct KnownPlacesTests {
    private static func gazetteer() throws -> Gazetteer {
        try Gazetteer(file: try #require(TestEnvironment.value("FACTORY_PLACES")))
    }

    private static let known: [(Double, Double, String, String)] = [
        // Within the sixteenth arrondissement, which has a name of its own.
        (48.8637, 2.2727, "Paris, Île-de-France, France", "Europe/Paris"),
        // Taveuni, on the other side of the antimeridian.
        (-16.78, -179.97, "Savusavu, Northern, Fiji", "Pacific/Fiji"),
        (78.22, 15.63, "Longyearbyen, Svalbard, Svalbard and Jan Mayen", "Arctic/Longyearbyen"),
        // A town at a border, next to a larger one on the other side.
        (48.573, 7.815, "Kehl, Baden-Württemberg, Germany", "Europe/Berlin"),
        (41.9022, 12.4533, "Vatican City, Vatican", "Europe/Vatican"),
        (40.7580, -73.9855, "New York City, New York, United States", "America/New_York"),
        (35.6762, 139.6503, "Tokyo, Tokyo, Japan", "Asia/Tokyo"),
    ]

    @Test("on land")
    func land() throws {
        let gazetteer = try Self.gazetteer()
        for (latitude, longitude, name, zone) in Self.known {
            let finding = gazetteer.finding(at: try #require(GeoPoint(latitude: latitude, longitude: longitude)))
            #expect(finding.place?.words == name, "\(latitude), \(longitude)")
            #expect(finding.place?.timeZone == zone, "\(latitude), \(longitude)")
        }
    }

    @Test("and far from anything nothing is, nor is that an error")
    func nowhere() throws {
        let gazetteer = try Self.gazetteer()
        // The Pacific, McMurdo, both poles: at a pole every longitude is the same place.
        for (latitude, longitude) in [(0.0, -140.0), (-77.85, 166.67), (-90, 0), (-90, 77), (90, 0), (90, -120)] {
            let finding = gazetteer.finding(at: try #require(GeoPoint(latitude: latitude, longitude: longitude)))
            #expect(finding.place == nil && finding.kilometers > 800, "\(latitude), \(longitude)")
        }
        let pole = try [0.0, 77].map {
            try gazetteer.finding(at: #require(GeoPoint(latitude: -90, longitude: $0))).kilometers
        }
        #expect(abs(pole[0] - pole[1]) < 0.001)
    }

    @Test("The script wrote the places in the order in which they are looked for")
    func order() throws {
        let file = try PlacesFile(WholeFile.read(try #require(TestEnvironment.value("FACTORY_PLACES"))))
        let tree = try PlaceTree(file)
        var all: [SIMD3<Double>] = []
        try file.forEachRecord {
            all.append(Sphere.vector(latitude: Double($0.latitude) / 1e5, longitude: Double($0.longitude) / 1e5))
        }
        #expect(all.count > 200_000)
        var random = SeededRandom(state: 3)
        for _ in 0..<12 {
            let place = try #require(all.randomElement(using: &random))
            let target = place + SIMD3(repeating: .random(in: -0.001...0.001, using: &random))
            let chord = Sphere.chord(NamingRules.radius)
            let found = tree.nearest(to: target, limit: NamingRules.neighbours, within: chord)
            let squares = all.map { (($0 - target) * ($0 - target)).sum() }
            let within = squares.filter { $0 <= chord * chord }.sorted().prefix(NamingRules.neighbours)
            let expected = within.isEmpty ? [try #require(squares.min())] : Array(within)
            #expect(found.map(\.chord) == expected.map { $0.squareRoot() })
        }
    }
}
