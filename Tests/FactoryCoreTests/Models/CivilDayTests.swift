import FactoryCore
import Testing

@Suite("A civil day")
struct CivilDayTests {
    @Test(
        "counts days from 1970-01-01",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2000-03-01", 11017), ("1826-01-01", -52595),
            ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("1900-03-01", -25508),
        ])
    func countsDays(text: String, days: Int) {
        #expect(CivilDay(text)?.daysSince1970 == days)
        #expect(CivilDay(daysSince1970: days).description == text)
    }

    @Test("comes back unchanged from its count, over more than 400 years, and each follows the one before")
    func roundTrip() {
        var before = CivilDay(daysSince1970: -135_001)
        for count in -135_000...60_000 {
            let day = CivilDay(daysSince1970: count)
            #expect(day.daysSince1970 == count)
            #expect(before < day)
            before = day
        }
    }

    @Test(
        "refuses what is not on the calendar",
        arguments: [(0, 1, 1), (10000, 1, 1), (2023, 2, 29), (1900, 2, 29), (2024, 13, 1), (2024, 4, 31), (2024, 1, 0)])
    func refuses(year: Int, month: Int, day: Int) {
        #expect(CivilDay(year: year, month: month, day: day) == nil)
    }

    @Test("stops at the calendar's ends")
    func ends() {
        #expect(CivilDay(daysSince1970: .min).description == "0001-01-01")
        #expect(CivilDay(daysSince1970: .max).description == "9999-12-31")
    }

    @Test(
        "reads nothing but its own form",
        arguments: ["", "2024-1-01", "2024-01-01 ", "2024:01:01", "24-01-01", "２０２４-01-01"])
    func strict(text: String) {
        #expect(CivilDay(text) == nil)
    }
}
