import FactoryCore
import Testing

@testable import librarian

@Suite("The replay of a journal")
struct JournalReplayTests {
    private let time = Timestamp(seconds: 5)

    private func found(_ segment: Int, _ line: Int, _ event: JournalEvent) -> JournalScan.Found {
        let position = JournalPosition(segment: segment, line: line, hash: Fingerprint(number: 1))
        return JournalScan.Found(position: position, event: event, at: time)
    }

    private func intent(_ name: String) throws -> FilingIntent {
        try .sample(to: "2024/2024-03-09/\(name)", content: name)
    }

    @Test("tells what was filed, in the order of the outcomes, and forgets what was withdrawn")
    func settled() throws {
        var replay = JournalReplay()
        let filings = replay.take([
            found(1, 1, .intent(try intent("a"))), found(1, 2, .intent(try intent("b"))),
            found(1, 3, .intent(try intent("c"))), found(1, 4, .outcome(segment: 1, line: 2, .filed, note: nil)),
            found(1, 5, .outcome(segment: 1, line: 3, .withdrawn, note: "gone")),
            found(1, 6, .outcome(segment: 1, line: 1, .filed, note: nil)),
        ])
        #expect(filings.map(\.event) == [.intent(try intent("b")), .intent(try intent("a"))])
        #expect(filings.map(\.time) == [time, time] && filings.map(\.position.line) == [2, 1])
        #expect(replay.unsettled.isEmpty)
    }

    @Test("finds an intent in an earlier segment")
    func acrossSegments() throws {
        var replay = JournalReplay()
        #expect(replay.take([found(1, 9, .intent(try intent("a")))]).isEmpty)
        #expect(replay.take([found(2, 1, .intent(try intent("b")))]).isEmpty)
        #expect(replay.unsettled.map(\.position.segment) == [1, 2] && replay.unsettled.map(\.position.line) == [9, 1])
        let filings = replay.take([found(2, 2, .outcome(segment: 1, line: 9, .filed, note: nil))])
        #expect(filings.map(\.event) == [.intent(try intent("a"))])
        #expect(replay.unsettled.map(\.event) == [.intent(try intent("b"))])
    }

    @Test("is not misled by an outcome of what it has not seen, or by a second one")
    func stray() throws {
        var replay = JournalReplay()
        let outcome = found(1, 2, .outcome(segment: 1, line: 1, .filed, note: nil))
        #expect(replay.take([outcome]).isEmpty)
        #expect(replay.take([found(1, 1, .intent(try intent("a"))), outcome, outcome]).count == 1)
    }
}
