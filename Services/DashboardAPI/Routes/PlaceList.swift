import FactoryCore

/// How many assets were taken in each country and in each of its places, the most first.
struct PlaceList: Sendable {
    /// What has one name in one region, as lists of assets are asked for it; there may be two such places.
    private struct Place {
        let name: String
        let region: String
        /// Of the one with the most assets, as far as positions are known.
        var position: GeoPoint?
        var count = 0

        var json: JSONValue {
            [
                "name": .text(name), "region": .text(region.isEmpty ? nil : region),
                "position": .position(position),
                "count": .integer(count),
            ]
        }
    }

    private struct Country {
        let code: String
        let name: String
        var count = 0
        var places: [String: Place] = [:]

        mutating func add(_ files: Int, in region: String, _ name: String, at position: GeoPoint?) {
            let key = "\(region)\u{1F}\(name)"
            count += files
            places[key, default: Place(name: name, region: region)].count += files
            if places[key]?.position == nil { places[key]?.position = position }
        }

        var json: JSONValue {
            let sorted = places.values.sorted { ($1.count, $0.name, $0.region) < ($0.count, $1.name, $1.region) }
            return [
                "code": .text(code), "name": .text(name), "count": .integer(count),
                "places": .list(sorted.map(\.json)),
            ]
        }
    }

    private let countries: [Country]

    /// - Parameter counters: the most first; the key is code, country, region, place, latitude and longitude with unit
    ///   separators between.
    init(_ counters: [Counter]) {
        var found: [String: Country] = [:]
        for counter in counters {
            let parts = counter.key.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 6 else { continue }
            found[parts[0], default: Country(code: parts[0], name: parts[1])].add(
                counter.files, in: parts[2], parts[3], at: GeoPoint(latitude: parts[4], longitude: parts[5]))
        }
        countries = found.values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    var json: JSONValue { ["countries": .list(countries.map(\.json))] }
}
