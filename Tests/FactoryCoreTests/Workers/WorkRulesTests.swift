import TestSupport
import Testing

@testable import FactoryCore

@Suite("When workers try again, and when they rest")
struct WorkRulesTests {
    @Test("Tries come ever later, and end")
    func retries() {
        let failure = WorkFailure("x")
        let delays = (0..<9).map { RetryRules.delay(after: $0, failure) }
        #expect(delays.prefix(7).allSatisfy { $0 != nil } && delays.suffix(2) == [nil, nil])
        #expect(delays.compactMap(\.self) == delays.compactMap(\.self).sorted())
        #expect(RetryRules.delay(after: 0, WorkFailure("x", isPassing: false)) == nil)
    }

    @Test(
        "Quiet hours may pass midnight",
        arguments: [
            ("08:00-23:00", 8, true), ("08:00-23:00", 22, true), ("08:00-23:00", 23, false), ("08:00-23:00", 7, false),
            ("22:00-06:30", 23, true), ("22:00-06:30", 6, true), ("22:00-06:30", 7, false), ("22:00-06:30", 21, false),
        ])
    func quiet(text: String, hour: Int, isQuiet: Bool) throws {
        let hours = try #require(QuietHours(text))
        let day = try #require(CivilDay("2026-01-02"))
        #expect(hours.contains(try #require(CivilTime(day: day, hour: hour, minute: 0, second: 0))) == isQuiet)
    }

    @Test(
        "What is no pair of times is none",
        arguments: ["", "8-23", "08:00", "08:00-24:00", "08:00-08:00", "08:00-09:00-"])
    func bad(text: String) {
        #expect(QuietHours(text) == nil)
    }
}
