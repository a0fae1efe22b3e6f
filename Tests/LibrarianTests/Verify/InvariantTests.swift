import FactoryCore
import Testing

@testable import librarian

@Suite("The invariant")
struct InvariantTests {
    private let content = Fingerprint(number: 7)

    private func row(_ fingerprint: Fingerprint?, size: Int = 10) -> RecordedOriginal {
        RecordedOriginal(id: "1", fingerprint: fingerprint, finalPath: "/s/Originals/2024/2024-03-09/a.jpg", size: size)
    }

    private func isDamaged(_ verdict: Verdict, because words: String) -> Bool {
        if case .damaged(let reason) = verdict { reason.contains(words) } else { false }
    }

    @Test("holds for a row whose file has exactly its bytes")
    func row() {
        let row = row(content)
        #expect(Invariant.verdict(of: row, stored: .content(content, size: 10)) == .ok)
        #expect(Invariant.verdict(of: row, stored: .nothing) == .missing)
        #expect(Invariant.verdict(of: row, stored: .unreadable("EIO")) == .damaged("EIO"))
        let other = Fingerprint(number: 8)
        #expect(isDamaged(Invariant.verdict(of: row, stored: .content(other, size: 10)), because: other.hex))
        #expect(isDamaged(Invariant.verdict(of: row, stored: .content(content, size: 9)), because: "9 bytes"))
        #expect(
            isDamaged(Invariant.verdict(of: self.row(nil), stored: .content(content, size: 10)), because: "no SHA-256"))
    }

    @Test("holds for a file that a row names, for a filing that has one, for an arrival that stands somewhere")
    func others() {
        #expect(Invariant.verdict(ofFileWithRow: true) == .ok)
        #expect(Invariant.verdict(ofFileWithRow: false) == .unrecorded)
        #expect(Invariant.verdict(ofFilingWithRow: true, isStored: false) == .ok)
        #expect(Invariant.verdict(ofFilingWithRow: false, isStored: true) == .unrecorded)
        #expect(Invariant.verdict(ofFilingWithRow: false, isStored: false) == .missing)
        #expect(Invariant.verdict(ofArrivalThatIsStored: true) == .ok)
        #expect(Invariant.verdict(ofArrivalThatIsStored: false) == .lost)
    }

    @Test("is counted: every verdict in one place, and the sum of the first four is what was checked")
    func counts() {
        var counts = VerifyCounts()
        #expect(!counts.needsLook)
        for verdict: Verdict in [.ok, .ok, .ok, .missing, .damaged(""), .damaged(""), .unrecorded, .lost] {
            counts.add(verdict)
        }
        counts.journalDamages += 1
        #expect(
            counts.json
                == #"{"checked":7,"ok":3,"missing":1,"damaged":2,"unrecorded":1,"lost":1,"journal_damages":1}"#)
        #expect(counts.sentence.hasPrefix("7 checked: 3 ok, 1 missing"))
        #expect(counts.needsLook)
    }

    @Test("is broken by each bad verdict alone", arguments: [Verdict.missing, .damaged("x"), .unrecorded, .lost])
    func needsLook(verdict: Verdict) {
        var counts = VerifyCounts()
        counts.add(verdict)
        #expect(counts.needsLook)
    }
}
