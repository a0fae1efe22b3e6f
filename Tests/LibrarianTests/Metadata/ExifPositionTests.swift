import FactoryCore
import Testing

@testable import librarian

@Suite("A position in EXIF")
struct ExifPositionTests {
    private func fractions(_ parts: (UInt32, UInt32)...) -> [ExifRational] {
        parts.map { ExifRational(numerator: $0.0, denominator: $0.1) }
    }

    private func place(
        _ latitude: [ExifRational], _ north: String?, _ longitude: [ExifRational], _ east: String?
    ) -> String? {
        ExifPosition.place(
            latitude: latitude, latitudeReference: north, longitude: longitude, longitudeReference: east)?.json
    }

    @Test("is read from degrees, minutes and seconds, or fewer of them")
    func places() {
        let expected = #"{"lat": -33.5, "lon": 151.25}"#
        #expect(place(fractions((33, 1), (30, 1), (0, 1)), "S", fractions((151, 1), (15, 1), (0, 1)), "E") == expected)
        #expect(place(fractions((67, 2)), "s ", fractions((151, 1), (1500, 100)), "East") == expected)
        #expect(
            place(fractions((33, 1), (29, 1), (60, 1)), "N", fractions((9, 1)), "W") == #"{"lat": 33.5, "lon": -9.0}"#)
    }

    @Test("is refused without values, without directions, with zero denominators and off the globe")
    func refused() {
        let (some, none) = (fractions((33, 1), (30, 1), (0, 1)), fractions((0, 1), (0, 1), (0, 1)))
        #expect(place(some, nil, some, "E") == nil)
        #expect(place(some, "N", some, "") == nil)
        #expect(place(some, "E", some, "N") == nil)
        #expect(place([], "N", some, "E") == nil)
        #expect(place(none, "N", none, "E") == nil)
        #expect(place(fractions((33, 0), (30, 1), (0, 1)), "N", some, "E") == nil)
        #expect(place(fractions((0, 0), (0, 0), (0, 0)), "N", some, "E") == nil)
        #expect(place(fractions((91, 1)), "N", some, "E") == nil)
        #expect(place(some, "N", fractions((.max, 1)), "E") == nil)
    }

    @Test("has a time when date and clock are both there")
    func time() {
        let clock = fractions((9, 1), (5, 1), (725, 100))
        #expect(ExifPosition.time(date: "2024:03:09", clock: clock) == "2024:03:09 09:05:07.250000")
        #expect(ExifPosition.time(date: nil, clock: clock) == nil)
        #expect(ExifPosition.time(date: "2024:03:09", clock: fractions((9, 1), (5, 1))) == nil)
        #expect(ExifPosition.time(date: "2024:03:09", clock: fractions((9, 1), (5, 0), (1, 1))) == nil)
        #expect(ExifPosition.time(date: "2024:03:09", clock: fractions((.max, 1), (5, 1), (1, 1))) == nil)
        #expect(ExifPosition.time(date: "2024:03:09", clock: fractions((23, 1), (59, 1), (60, 1))) == nil)
    }
}
