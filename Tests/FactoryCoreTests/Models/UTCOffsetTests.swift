import FactoryCore
import Testing

@Suite("A UTC offset")
struct UTCOffsetTests {
    @Test(
        "is read in all its spellings",
        arguments: [
            ("+09:00", 540), ("-03:30", -210), ("+0545", 345), ("+9:00", 540), ("+900", 540), ("Z", 0),
            ("-14:00", -840),
            ("+00:00", 0), ("-00:15", -15),
        ])
    func reads(text: String, minutes: Int) throws {
        let offset = try #require(UTCOffset(text))
        #expect(offset.minutes == minutes)
        #expect(UTCOffset(offset.description) == offset)
    }

    @Test(
        "refuses what no place has", arguments: ["+14:01", "-15:00", "+05:60", "09:00", "+9", "+09:00 ", "", "UTC+1"])
    func refuses(text: String) {
        #expect(UTCOffset(text) == nil)
    }

    @Test("is written with two digits each")
    func describes() {
        #expect(UTCOffset(minutes: -210)?.description == "-03:30")
        #expect(UTCOffset(minutes: 0)?.description == "+00:00")
    }
}
