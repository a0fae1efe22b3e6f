import FactoryCore
import Testing

@testable import librarian

@Suite("The progress bar")
struct ProgressBarTests {
    private func tally(seen: Int, filed: Int, duplicates: Int = 0) -> PassTally {
        var tally = PassTally()
        tally.seen = seen
        for _ in 0..<filed { tally.add(.filed(1)) }
        for _ in 0..<duplicates { tally.add(.duplicate) }
        return tally
    }

    private func line(total: Int, _ tally: PassTally) -> String {
        ProgressBar.line(PassBar(total: total).reading(tally))
    }

    @Test("shows how far the pass has got")
    func shows() {
        let half = "[" + String(repeating: "#", count: 15) + String(repeating: " ", count: 15) + "]"
        #expect(line(total: 8, tally(seen: 6, filed: 3, duplicates: 1)) == "\(half) 4/8, 3 filed, 1 duplicates")
        let empty = "[" + String(repeating: " ", count: 30) + "]"
        #expect(line(total: 0, tally(seen: 0, filed: 0)) == "\(empty) 0/1, 0 filed, 0 duplicates")
    }

    @Test("is full at the end, however many files came after the count")
    func full() {
        let full = "[" + String(repeating: "#", count: 30) + "]"
        #expect(line(total: 2, tally(seen: 5, filed: 5)).hasPrefix("\(full) 5/5"))
        #expect(line(total: 2, tally(seen: 1, filed: 5)).hasPrefix("\(full) 5/2"))
    }

    @Test("stays empty when more was taken back than told")
    func negative() {
        var tally = PassTally()
        tally.correct(Correction(told: .filed(1), holds: .duplicate))
        #expect(line(total: 9, tally).hasPrefix("[ "))
    }
}
