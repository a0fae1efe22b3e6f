import FactoryCore

/// How many assets were taken in each country and in each of its places, the most first.
struct PlaceList: Sendable {
    private struct Place {
        let name: String
        let region: String
        let count: Int

        var json: JSONValue {
            ["name": .text(name), "region": .text(region.isEmpty ? nil : region), "count": .integer(count)]
        }
    }

    private struct Country {
        let code: String
        let name: String
        var count = 0
        var places: [Place] = []

        var json: JSONValue {
            [
                "code": .text(code), "name": .text(name), "count": .integer(count),
                "places": .list(places.map(\.json)),
            ]
        }
    }

    private let countries: [Country]

    /// - Parameter counters: the most first; the key is code, country, region and place with unit separators between.
    init(_ counters: [Counter]) {
        var found: [String: Country] = [:]
        for counter in counters {
            let parts = counter.key.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 4 else { continue }
            var country = found[parts[0]] ?? Country(code: parts[0], name: parts[1])
            country.count += counter.files
            country.places.append(Place(name: parts[3], region: parts[2], count: counter.files))
            found[parts[0]] = country
        }
        countries = found.values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    var json: JSONValue { ["countries": .list(countries.map(\.json))] }
}
