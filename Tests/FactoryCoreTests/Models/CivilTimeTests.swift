import FactoryCore
import Testing

@Suite("A civil time")
struct CivilTimeTests {
    @Test(
        "is written as SQL and read back",
        arguments: [
            "2024-03-09 19:50:38", "2024-03-09 19:50:38.000864", "0001-01-01 00:00:00", "9999-12-31 23:59:59.999999",
        ])
    func roundTrip(text: String) {
        #expect(CivilTime(text)?.sqlText == text)
    }

    @Test(
        "fills up or cuts decimals to microseconds",
        arguments: [(".5", 500_000), (".000001", 1), (".1234567", 123_456)])
    func decimals(decimals: String, microsecond: Int) {
        #expect(CivilTime("2024-03-09 19:50:38" + decimals)?.microsecond == microsecond)
    }

    @Test(
        "refuses what no clock shows",
        arguments: [
            "2024-03-09 24:00:00", "2024-03-09 19:60:00", "2024-03-09 19:50:60", "2024-03-09T19:50:38", "2024-03-09",
            "2024-03-09 19:50:38.", "2024-03-09 19:50:38+00", "infinity",
        ])
    func refuses(text: String) {
        #expect(CivilTime(text) == nil)
    }

    @Test("moves over the ends of days, months and years")
    func adding() throws {
        let eve = try #require(CivilTime("2023-12-31 23:59:59.25"))
        #expect(eve.adding(seconds: 1).sqlText == "2024-01-01 00:00:00.250000")
        #expect(eve.adding(seconds: -86_400).sqlText == "2023-12-30 23:59:59.250000")
        #expect(eve.adding(seconds: 1).seconds(since: eve) == 1)
    }
}
