import FactoryCore
import Testing

@testable import librarian

@Suite("The map of time zones")
struct ZoneMapTests {
    @Test(
        "knows towns near borders",
        arguments: [
            (52.52, 13.405, "Europe/Berlin"), (47.557, 7.589, "Europe/Zurich"), (48.583, 7.745, "Europe/Paris"),
            (49.611, 6.130, "Europe/Luxembourg"), (50.776, 6.084, "Europe/Berlin"), (50.85, 5.69, "Europe/Amsterdam"),
            (43.7384, 7.4246, "Europe/Monaco"), (43.937, 12.45, "Europe/San_Marino"), (38.0, -7.86, "Europe/Lisbon"),
            (38.88, -6.97, "Europe/Madrid"), (36.14, -5.353, "Europe/Gibraltar"), (35.89, -5.32, "Africa/Ceuta"),
            (54.71, 20.51, "Europe/Kaliningrad"), (59.377, 28.19, "Europe/Tallinn"), (59.37, 28.22, "Europe/Moscow"),
            (41.878, -87.63, "America/Chicago"), (41.6, -87.05, "America/Chicago"),
            (41.68, -86.25, "America/Indiana/Indianapolis"),
            (33.4484, -112.074, "America/Phoenix"), (36.1, -112.1, "America/Phoenix"),
            (36.15, -109.55, "America/Denver"),
            (32.5149, -117.0382, "America/Tijuana"), (32.55, -117.03, "America/Los_Angeles"),
            (27.7172, 85.324, "Asia/Kathmandu"),
            (28.6139, 77.209, "Asia/Kolkata"), (22.3193, 114.1694, "Asia/Hong_Kong"), (22.543, 114.06, "Asia/Shanghai"),
            (1.3521, 103.8198, "Asia/Singapore"), (1.4927, 103.7414, "Asia/Kuala_Lumpur"),
            (31.778, 35.235, "Asia/Jerusalem"),
            (-31.95, 141.45, "Australia/Broken_Hill"), (-28.21, 153.54, "Australia/Sydney"),
            (-28.07, 153.40, "Australia/Brisbane"),
            (-22.9068, -43.1729, "America/Sao_Paulo"), (-25.52, -54.59, "America/Sao_Paulo"),
            (-25.6, -54.575, "America/Argentina/Cordoba"),
            (21.3069, -157.8583, "Pacific/Honolulu"), (-13.83, -171.77, "Pacific/Apia"),
            (-14.28, -170.70, "Pacific/Pago_Pago"),
            (-16.8, 179.98, "Pacific/Fiji"), (-16.8, -179.98, "Pacific/Fiji"), (64.15, -21.94, "Atlantic/Reykjavik"),
            (-77.85, 166.67, "Antarctica/McMurdo"),
        ])
    func towns(latitude: Double, longitude: Double, zone: String) throws {
        let place = try #require(GeoPoint(latitude: latitude, longitude: longitude))
        #expect(ZoneMap.name(at: place) == zone)
    }

    @Test(
        "knows the open sea, the poles and the edges",
        arguments: [
            (0.0, -30.0, "Etc/GMT+2"), (40.0, -40.0, "Etc/GMT+3"), (-40.0, 90.0, "Etc/GMT-6"),
            (20.0, 179.99, "Etc/GMT-12"),
            (20.0, -179.99, "Etc/GMT+12"), (20.0, 180.0, "Etc/GMT-12"), (20.0, -180.0, "Etc/GMT+12"),
            (5.0, -5.0, nil), (90.0, 0.5, nil), (90.0, 180.0, nil), (-90.0, -180.0, nil), (-90.0, 180.0, nil),
        ])
    func sea(latitude: Double, longitude: Double, zone: String?) throws {
        let place = try #require(GeoPoint(latitude: latitude, longitude: longitude))
        let found = try #require(ZoneMap.name(at: place))
        if let zone { #expect(found == zone) }
        #expect(ZoneFile.offset(of: found, at: Timestamp(seconds: 1_700_000_000)) != nil, "\(found)")
    }

    @Test("names only zones that this machine knows, wherever one asks")
    func everywhere() throws {
        var names: Set<String> = []
        for latitude in stride(from: -90.0, through: 90, by: 0.9) {
            for longitude in stride(from: -180.0, through: 180, by: 0.9) {
                guard let place = GeoPoint(latitude: latitude, longitude: longitude) else { continue }
                names.insert(try #require(ZoneMap.name(at: place), "\(place)"))
            }
        }
        #expect(names.count > 250)
        let unknown = names.filter { ZoneFile.offset(of: $0, at: Timestamp(seconds: 1_700_000_000)) == nil }
        #expect(unknown.count <= 2, "\(unknown)")
    }
}
