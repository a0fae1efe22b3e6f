import FactoryCore
import Testing

@Suite("A place")
struct GeoPointTests {
    @Test(
        "refuses what is none",
        arguments: [(0.0, 0.0), (-0.0, 0.0), (.nan, 1), (1, .nan), (90.1, 1), (1, -180.1), (.infinity, 1)])
    func refuses(latitude: Double, longitude: Double) {
        #expect(GeoPoint(latitude: latitude, longitude: longitude) == nil)
    }

    @Test("is written as the ledger's JSON")
    func json() {
        #expect(GeoPoint(latitude: -33.5, longitude: 151.25)?.json == #"{"lat": -33.5, "lon": 151.25}"#)
        #expect(GeoPoint(latitude: 0, longitude: 9)?.json == #"{"lat": 0.0, "lon": 9.0}"#)
    }
}
