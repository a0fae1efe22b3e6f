import FactoryCore

/// What the file has of one place, with the numbers of what it shares with others.
struct PlaceRecord: Sendable, Hashable {
    /// What a number is that means none.
    private static let none = UInt16.max

    /// In hundred-thousandths of a degree.
    let latitude: Int
    let longitude: Int
    let population: Int
    /// The number by which GeoNames knows it.
    let geonamesID: Int
    /// In the texts of the file.
    let name: Range<Int>
    /// Along which axis it divides what stands around it, 0 to 2.
    let axis: UInt8
    let region: Int?
    let country: Int
    let zone: Int?

    init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        latitude = Int(bytes.number(at: offset, as: Int32.self))
        longitude = Int(bytes.number(at: offset + 4, as: Int32.self))
        population = Int(bytes.number(at: offset + 8, as: UInt32.self))
        geonamesID = Int(bytes.number(at: offset + 12, as: UInt32.self))
        let begin = Int(bytes.number(at: offset + 16, as: UInt32.self))
        name = begin..<begin + Int(bytes.number(at: offset + 20, as: UInt8.self))
        axis = bytes.number(at: offset + 21, as: UInt8.self)
        region = Self.optional(bytes.number(at: offset + 22, as: UInt16.self))
        country = Int(bytes.number(at: offset + 24, as: UInt16.self))
        zone = Self.optional(bytes.number(at: offset + 26, as: UInt16.self))
    }

    /// Where it is; nil for 0, 0, which is no place.
    var position: GeoPoint? {
        GeoPoint(latitude: Double(latitude) / 1e5, longitude: Double(longitude) / 1e5)
    }

    private static func optional(_ number: UInt16) -> Int? { number == none ? nil : Int(number) }

    /// Whether everything that it points to is there.
    func fits(_ header: PlacesHeader) -> Bool {
        (-9_000_000...9_000_000).contains(latitude) && (-18_000_000...18_000_000).contains(longitude) && axis < 3
            && name.upperBound <= header.textBytes && country < header.countries
            && region.map { $0 < header.regions } ?? true && zone.map { $0 < header.zones } ?? true
    }
}
