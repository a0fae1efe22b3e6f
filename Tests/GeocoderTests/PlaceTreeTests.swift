import FactoryCore
import TestSupport
import Testing

@testable import geocoder

@Suite("The nearest places are found")
struct PlaceTreeTests {
    private static func points(_ count: Int, _ seed: UInt64) -> [GeoPoint] {
        var random = SeededRandom(state: seed)
        return (0..<count).compactMap { number in
            // All over the earth, and crowded at a pole and along the antimeridian.
            switch number % 4 {
            case 0:
                GeoPoint(
                    latitude: .random(in: 89...90, using: &random), longitude: .random(in: -180...180, using: &random))
            case 1:
                GeoPoint(
                    latitude: .random(in: -20 ... -10, using: &random),
                    longitude: Bool.random(using: &random)
                        ? .random(in: 179...180, using: &random) : .random(in: -180 ... -179, using: &random))
            default:
                GeoPoint(
                    latitude: .random(in: -90...90, using: &random), longitude: .random(in: -180...180, using: &random))
            }
        }
    }

    /// What is found by looking at all.
    private static func expected(_ all: [SIMD3<Double>], _ target: SIMD3<Double>, _ limit: Int, _ chord: Double)
        -> [Double]
    {
        let sorted = all.map { (($0 - target) * ($0 - target)).sum().squareRoot() }.sorted()
        let within = sorted.prefix(limit).filter { $0 <= chord }
        return within.isEmpty ? Array(sorted.prefix(1)) : within
    }

    @Test("as by looking at all of them: at random, at a pole, at the antimeridian", arguments: [0.5, 12, 500, 30_000])
    func bruteForce(kilometers: Double) throws {
        let samples = Self.points(2000, 1).enumerated().map { number, point in
            SamplePlace("\(number)", point.latitude, point.longitude, id: number)
        }
        let file = try PlacesFile(SamplePlaces(samples).bytes())
        let tree = try PlaceTree(file)
        let all = samples.map {
            Sphere.vector(latitude: Double($0.latitude) / 1e5, longitude: Double($0.longitude) / 1e5)
        }
        let chord = Sphere.chord(min(kilometers, 20_000))
        for point in Self.points(150, 2) {
            let target = Sphere.vector(point)
            for limit in [1, 30] {
                let found = tree.nearest(to: target, limit: limit, within: chord)
                #expect(found.map(\.chord) == Self.expected(all, target, limit, chord), "\(point), \(limit)")
            }
        }
    }

    @Test("also where many are at one point, and where there are none")
    func degenerate() throws {
        let same = (1...50).map { SamplePlace("\($0)", 10, 10, id: $0) }
        let tree = try PlaceTree(PlacesFile(SamplePlaces(same).bytes()))
        let found = tree.nearest(to: Sphere.vector(latitude: 10, longitude: 10), limit: 30, within: 0.1)
        #expect(found.count == 30 && Set(found.map(\.index)).count == 30)
        #expect(tree.nearest(to: Sphere.vector(latitude: -10, longitude: 10), limit: 30, within: 0.1).count == 1)
        let none = try PlaceTree(PlacesFile(SamplePlaces([]).bytes()))
        #expect(none.nearest(to: Sphere.vector(latitude: 10, longitude: 10), limit: 30, within: 0.1).isEmpty)
    }

    @Test("and distances are those over ground")
    func distances() {
        let berlin = Sphere.vector(latitude: 52.52, longitude: 13.405)
        let paris = Sphere.vector(latitude: 48.8566, longitude: 2.3522)
        let way = ((berlin - paris) * (berlin - paris)).sum().squareRoot()
        #expect(abs(Sphere.kilometers(chord: way) - 877.5) < 1)
        #expect(abs(Sphere.kilometers(chord: Sphere.chord(12)) - 12) < 1e-9)
        #expect(abs(Sphere.kilometers(chord: 2) - Sphere.halfway) < 1e-6)
    }
}
