import FactoryCore
import Testing

@testable import dashboard_api

@Suite("What was filed on each day")
struct FiledDaysTests {
    private let counters = [
        Counter(name: "filed", key: "2026-11-20 23:45", files: 1, bytes: 10),
        Counter(name: "filed", key: "2026-11-21 00:00", files: 2, bytes: 20),
        Counter(name: "filed", key: "2026-11-21 14:15", files: 4, bytes: 40),
        Counter(name: "filed", key: "2026-11-27 05:30", files: 8, bytes: 80),
        Counter(name: "filed", key: "", files: 16, bytes: 160),
        Counter(name: "captured", key: "2026-11-27 05:30", files: 32, bytes: 320),
    ]

    @Test(
        "is told by the calendar at home",
        arguments: [
            (0, "2026-11-27", [6, 0, 0, 0, 0, 0, 8]),
            // Kathmandu, where the first day begins on the day before in UTC.
            (345, "2026-11-27", [7, 0, 0, 0, 0, 0, 8]),
            // The Marquesas, where it is still yesterday.
            (-570, "2026-11-26", [3, 4, 0, 0, 0, 0, 8]),
        ])
    func days(_ minutes: Int, _ today: String, _ files: [Int]) throws {
        let zone = LibraryZone.fixed(try #require(UTCOffset(minutes: minutes)))
        let now = Timestamp(utc: try #require(CivilTime("2026-11-27 05:40:00")))
        let days = FiledDays(counters, zone: zone, now: now)
        #expect(days.today.day.description == today)
        #expect(days.days.map(\.files) == files)
    }
}
