import FactoryCore
import Testing

@testable import librarian

@Suite("The clock guard")
struct ClockRulesTests {
    @Test("objects to a clock that is earlier than the program")
    func early() throws {
        let start = try #require(Timestamp(sqlText: "2026-11-21 00:00:00"))
        #expect(FactoryVersion.earliestUse == start)
        #expect(ClockRules.objection(now: start) == nil)
        #expect(ClockRules.objection(now: .distantFuture) == nil)
        #expect(ClockRules.objection(now: start.adding(seconds: -1))?.contains("shows 2026-11-20") == true)
        #expect(ClockRules.objection(now: Timestamp(seconds: 60))?.contains("shows 1970-01-01") == true)
    }
}
