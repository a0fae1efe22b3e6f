import Testing

@testable import FactoryCore

@Suite("The progress of a service's work")
struct WorkProgressTests {
    private let start = Timestamp(seconds: 1_700_000_000)

    private func progress(isWorkDue: Bool, oldest: Int? = nil) -> WorkProgress {
        WorkProgress(isWorkDue: isWorkDue, lastMove: start, oldest: oldest.map { start.adding(seconds: $0) })
    }

    @Test("has come to a halt when work is due and nothing has moved for more than three intervals")
    func stall() {
        for (isWorkDue, seconds, isStalled) in [(true, 180, false), (true, 181, true), (false, 9999, false)] {
            let now = start.adding(seconds: seconds)
            #expect(progress(isWorkDue: isWorkDue).isStalled(interval: .seconds(60), now: now) == isStalled)
        }
    }

    @Test("tells the age of the oldest piece, which has been waiting since the last one had its turn at least")
    func age() {
        let now = start.adding(seconds: 120)
        #expect(progress(isWorkDue: false).age(now: now) == nil)
        #expect(progress(isWorkDue: true).age(now: now) == "2 minutes")
        #expect(progress(isWorkDue: true, oldest: 60).age(now: now) == "2 minutes")
        #expect(progress(isWorkDue: false, oldest: 60).age(now: now) == "1 minute")
        #expect(progress(isWorkDue: true, oldest: -60).age(now: now) == "3 minutes")
    }
}
