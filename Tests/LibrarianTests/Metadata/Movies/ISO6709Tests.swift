import FactoryCore
import Testing

@testable import librarian

@Suite("A place by ISO 6709")
struct ISO6709Tests {
    @Test(
        "is read in degrees, in minutes and in seconds",
        arguments: [
            ("+48.1354+011.4635+517.000/", 48.1354, 11.4635), ("-33.5+151.25/", -33.5, 151.25),
            ("+27.1281+100.2508+3100CRSWGS_84/", 27.1281, 100.2508), ("+1-2/", 1, -2),
            ("+4830.6-01115.3/", 48.51, -11.255), ("+483036-0111518/", 48.51, -11.255),
            ("-483036.0+1000000.0", -48.51, 100),
            ("+48,5-011,25/", 48.5, -11.25),
        ])
    func forms(text: String, latitude: Double, longitude: Double) throws {
        let place = try #require(ISO6709.place(text))
        #expect(abs(place.latitude - latitude) < 1e-9 && abs(place.longitude - longitude) < 1e-9)
    }

    @Test(
        "is none where the text is no place",
        arguments: [
            "", "+", "48+11", "+48.1", "+48.1354", "+91+000/", "+00.0000+000.0000/", "+4861-01115/", "+12345678+1/",
            "+a+b", "+.5+.5",
        ])
    func none(text: String) {
        #expect(ISO6709.place(text) == nil)
    }
}
