import FactoryCore
import FoundationEssentials
import Testing

@Suite("A capture time")
struct CaptureTimeTests {
    @Test("goes through JSON unchanged, its dates readable")
    func json() throws {
        let local = try #require(CivilTime("2021-02-13 11:03:31.864"))
        let offset = try #require(UTCOffset("-06:00"))
        let rejected = RejectedDate(
            source: .exifOriginal, text: "0000:00:00 00:00:00", reason: "is not on the calendar")
        let time = CaptureTime(
            local: local, offset: offset, instant: Timestamp(local: local, offset: offset), precision: .second,
            source: .exifDigitized, rejected: [rejected])
        let data = try JSONEncoder().encode(time)
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains(#""instant":"2021-02-13 17:03:31.864000""#))
        #expect(text.contains(#""offset":"-06:00""#))
        #expect(try JSONDecoder().decode(CaptureTime.self, from: data) == time)
    }

    @Test("is not read from nonsense")
    func nonsense() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CivilDay].self, from: Data(#"["2023-02-29"]"#.utf8))
        }
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(GeoPoint.self, from: Data(#"{"lat": 0, "lon": 0}"#.utf8))
        }
    }
}
