import FactoryCore
import Testing

@testable import librarian

@Suite("How fast originals are read again")
struct ScrubPaceTests {
    private static let day: Duration = .seconds(86_400)
    private let pace = ScrubPace(days: 90, megabytesPerSecond: 20)

    @Test("is even over nine tenths of the time, so that all is read before its end")
    func even() {
        let total = 1_000_000_000_000
        let rate = pace.bytesPerSecond(total: total, age: .zero)
        #expect(rate == pace.bytesPerSecond(total: total, age: Self.day * 81))
        #expect(abs(rate * 81 * 86_400 - Double(total)) < 1)
        #expect(abs(pace.bytesPerHour(total: total, age: .zero) - total / 81 / 24) <= 1)
    }

    @Test("rises to the limit where the NAS slept, and never beyond it")
    func late() {
        let total = 1_000_000_000
        let rates = [81, 82, 83, 84, 86].map { pace.bytesPerSecond(total: total, age: Self.day * $0) }
        #expect(rates == rates.sorted() && Set(rates).count == rates.count)
        #expect(rates.last == 20_000_000)
        #expect(pace.bytesPerSecond(total: total, age: Self.day * 4000) == 20_000_000)
        #expect(pace.bytesPerSecond(total: .max, age: .zero) == 20_000_000)
        #expect(pace.bytesPerSecond(total: 0, age: .zero) == 0)
    }

    @Test("even a sleep of 80 days is made good for within the deadline, hour by hour")
    func simulated() {
        // 900 files of 10 GB, all read when the library was made, and a NAS that is off for eighty days.
        let size = 10_000_000_000
        var read = [Duration](repeating: .zero, count: 900)
        var (now, allowance, worst) = (Self.day * 80, ScrubAllowance(), Duration.zero)
        while now < Self.day * 400 {
            now += .seconds(3600)
            let age = now - (read.min() ?? now)
            worst = max(worst, age)
            allowance.grow(for: .seconds(3600), at: pace.bytesPerSecond(total: size * read.count, age: age))
            while allowance.isOpen, let oldest = read.indices.min(by: { read[$0] < read[$1] }) {
                read[oldest] = now
                allowance.spend(size)
            }
        }
        #expect(worst < Self.day * 90, "\(worst)")
    }

    @Test("an allowance pays a large file afterwards, and saves up no more than an hour")
    func allowance() {
        var allowance = ScrubAllowance()
        #expect(allowance.isOpen)
        allowance.spend(10_000)
        #expect(!allowance.isOpen)
        allowance.grow(for: .seconds(9), at: 1000)
        #expect(!allowance.isOpen)
        allowance.grow(for: .seconds(1), at: 1000)
        #expect(allowance.isOpen)
        allowance.grow(for: .seconds(86_400), at: 1000)
        allowance.spend(3_600_001)
        #expect(!allowance.isOpen)
    }

    @Test("nothing is read while files are filed, and for a while afterwards")
    func rest() {
        let start = ContinuousClock.now
        var rest = ScrubRest(calm: .seconds(30))
        func isResting(_ isBusy: Bool, _ settled: Int, _ second: Int) -> Bool {
            rest.isResting(isBusy: isBusy, settled: settled, at: start + .seconds(second))
        }
        #expect(isResting(false, 0, 0) && isResting(false, 0, 29))
        #expect(!isResting(false, 0, 30))
        #expect(isResting(true, 0, 31))
        #expect(!isResting(false, 0, 32), "a look that files nothing is no filing")
        #expect(isResting(false, 5, 33) && isResting(false, 5, 62) && !isResting(false, 5, 63))
    }

    @Test("one missing original after the other is no finding but a disk that is elsewhere")
    func missing() {
        var run = MissingRun(limit: 3)
        for isMissing in [true, true, false, true, true] { run.note(isMissing: isMissing) }
        #expect(run.objection == nil)
        run.note(isMissing: true)
        #expect(run.objection?.hasPrefix("3 originals in a row are missing") == true)
        let objection = run.objection
        run.note(isMissing: true)
        #expect(run.objection == objection, "it is said once")
        run.note(isMissing: false)
        #expect(run.objection == nil, "it is back")
        var endless = MissingRun(limit: 0)
        for _ in 0..<1000 { endless.note(isMissing: true) }
        #expect(endless.objection == nil)
    }
}
