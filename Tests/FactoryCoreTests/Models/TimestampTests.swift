import FactoryCore
import Testing

@Suite("An instant")
struct TimestampTests {
    @Test("shows UTC before and after 1970")
    func utc() {
        #expect(Timestamp(seconds: 0).sqlText == "1970-01-01 00:00:00.000000")
        #expect(Timestamp(microseconds: -1).sqlText == "1969-12-31 23:59:59.999999")
        #expect(Timestamp(seconds: 1_709_927_438, nanoseconds: 864_000_999).sqlText == "2024-03-08 19:50:38.864000")
        #expect(Timestamp(seconds: -2, nanoseconds: 500_000_000).sqlText == "1969-12-31 23:59:58.500000")
    }

    @Test("is read from SQL text, and nothing else is", arguments: ["2024-03-08 19:50:38.864", "2024-03-08 19:50:38"])
    func sqlText(text: String) throws {
        #expect(try #require(Timestamp(sqlText: text)).microseconds / 1_000_000 == 1_709_927_438)
        #expect(Timestamp(sqlText: text + "Z") == nil)
    }

    @Test("stays on the calendar, whatever a file system claims")
    func clamped() {
        #expect(Timestamp(seconds: .max, nanoseconds: 999_999_999) == .distantFuture)
        #expect(Timestamp(seconds: .min) == .distantPast)
        #expect(Timestamp.distantFuture.sqlText == "9999-12-31 23:59:59.999999")
        #expect(Timestamp.distantPast.sqlText == "0001-01-01 00:00:00.000000")
        #expect(Timestamp.distantFuture.adding(seconds: .max) == .distantFuture)
        #expect(Timestamp.distantPast.adding(seconds: .min) == .distantPast)
        #expect(Timestamp.distantPast.adding(.seconds(1)).sqlText == "0001-01-01 00:00:01.000000")
    }

    @Test("adds and measures durations")
    func durations() {
        let start = Timestamp(seconds: 100)
        let end = start.adding(.milliseconds(-1500))
        #expect(end.microseconds == 98_500_000)
        #expect(end.duration(since: start) == .milliseconds(-1500))
        #expect(end < start)
    }

    @Test("and a local clock agree by the offset between them")
    func offsets() throws {
        let offset = try #require(UTCOffset(minutes: -570))
        let local = try #require(CivilTime("2024-01-01 20:00:00"))
        let instant = Timestamp(local: local, offset: offset)
        #expect(instant.sqlText == "2024-01-02 05:30:00.000000")
        #expect(instant.local(offset: offset) == local)
    }
}
