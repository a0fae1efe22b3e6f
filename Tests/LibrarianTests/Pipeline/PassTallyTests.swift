import Testing

@testable import librarian

@Suite("A pass's tally")
struct PassTallyTests {
    private let outcomes: [FileOutcome] = [
        .filed(10), .healed(5), .duplicate, .vanished, .ignored(""), .pending(""), .incomplete(""), .trouble(""),
    ]

    private func tally(_ outcomes: [FileOutcome]) -> PassTally {
        var tally = PassTally()
        tally.seen = outcomes.count
        for outcome in outcomes { tally.add(outcome) }
        return tally
    }

    @Test("counts every outcome once, and bytes of what was stored")
    func counts() {
        let tally = tally(outcomes)
        #expect(tally.filed == 1 && tally.healed == 1 && tally.duplicates == 1 && tally.vanished == 1)
        #expect(tally.ignored == 1 && tally.pending == 3 && tally.troubles == 1 && tally.quarantined == 0)
        #expect(tally.bytes == 15 && tally.settled == 8 && tally.isBalanced)
    }

    @Test("is not balanced while a file has not had its turn")
    func unbalanced() {
        for outcome in outcomes {
            var tally = tally([outcome])
            #expect(tally.isBalanced)
            tally.seen += 1
            #expect(!tally.isBalanced)
        }
    }

    @Test("takes back what was told too early", arguments: [FileOutcome.filed(10), .healed(5), .trouble("")])
    func corrects(told: FileOutcome) {
        var tally = tally([told])
        tally.correct(Correction(told: told, holds: .trouble("refused")))
        #expect(tally == self.tally([.trouble("refused")]))
        tally.correct(Correction(told: .trouble("refused"), holds: .duplicate))
        #expect(tally == self.tally([.duplicate]))
    }

    @Test("counts a correction of what was not told yet as an outcome")
    func untold() {
        var tally = PassTally()
        tally.seen = 1
        tally.correct(Correction(told: nil, holds: .trouble("refused")))
        #expect(tally == self.tally([.trouble("refused")]))
    }
}
