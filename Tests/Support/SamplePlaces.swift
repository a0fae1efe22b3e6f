internal import FactoryCore
internal import Glibc

func sine(_ angle: Double) -> Double { sin(angle) }
func cosine(_ angle: Double) -> Double { cos(angle) }

/// A file of places as docs/PLACES.md describes it, written by nothing that the geocoder or the script has.
public struct SamplePlaces: Sendable {
    public static let version = "a test"
    /// The size of its first part.
    public static let header = 96

    private let places: [SamplePlace]
    private var texts: [UInt8] = []
    private var format: UInt32 = 1

    public init(_ places: [SamplePlace], format: Int = 1) {
        self.places = places
        self.format = UInt32(format)
    }

    /// The file, whole and right.
    public func bytes() throws -> [UInt8] {
        var writer = self
        return try writer.write()
    }

    private mutating func write() throws -> [UInt8] {
        let regions = Array(Set(places.compactMap(\.region))).sorted()
        let countries = Array(Set(places.map { [$0.countryCode, $0.country] })).sorted { $0[0] < $1[0] }
        let zones = Array(Set(places.compactMap(\.timeZone))).sorted()
        var body: [UInt8] = []
        for (place, axis) in Self.ordered(places) {
            body.add(Int32(place.latitude), Int32(place.longitude))
            body.add(UInt32(place.population), UInt32(place.geonamesID), UInt32(texts.count))
            body.add(UInt8(place.name.utf8.count), UInt8(axis))
            texts += Array(place.name.utf8)
            let country = countries.firstIndex(of: [place.countryCode, place.country])
            for number in [
                place.region.flatMap { regions.firstIndex(of: $0) }, country,
                place.timeZone.flatMap { zones.firstIndex(of: $0) },
            ] { body.add(number.map { UInt16($0) } ?? .max) }
        }
        for text in regions + countries.flatMap({ $0 }) + zones {
            body.add(UInt32(texts.count), UInt32(text.utf8.count))
            texts += Array(text.utf8)
        }
        var all = Array("PFPLACES".utf8)
        all.add(format, UInt32(places.count), UInt32(regions.count), UInt32(countries.count), UInt32(zones.count))
        all.add(UInt32(texts.count))
        all += Array(Self.version.utf8)
        all += [UInt8](repeating: 0, count: Self.header - all.count)
        return try Self.signed(all + body + texts)
    }

    /// With its checksum behind it.
    public static func signed(_ bytes: [UInt8]) throws -> [UInt8] {
        bytes + Array(hex: try SHA256.of(bytes).hex)
    }

    /// Places with the axes along which they divide the others.
    private static func ordered(_ places: [SamplePlace]) -> [(SamplePlace, Int)] {
        guard !places.isEmpty else { return [] }
        let widths = (0..<3).map { axis in
            let values = places.map { $0.vector[axis] }
            return (values.max() ?? 0) - (values.min() ?? 0)
        }
        let axis = widths.firstIndex(of: widths.max() ?? 0) ?? 0
        let sorted = places.sorted { $0.vector[axis] < $1.vector[axis] }
        let middle = sorted.count / 2
        return ordered(Array(sorted[..<middle])) + [(sorted[middle], axis)]
            + ordered(Array(sorted[(middle + 1)...]))
    }
}

extension [UInt8] {
    fileprivate mutating func add<Number: FixedWidthInteger>(_ numbers: Number...) {
        for number in numbers { Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) } }
    }

    fileprivate init(hex: String) {
        let digits = Array(hex.utf8).map { $0 < 58 ? $0 - 48 : $0 - 87 }
        self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
