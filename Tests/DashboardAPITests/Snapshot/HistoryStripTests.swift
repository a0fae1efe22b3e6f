import FactoryCore
import Testing

@testable import dashboard_api

@Suite("The strip of the last 24 hours")
struct HistoryStripTests {
    private let now = Timestamp(seconds: 1_800_000_000)
    private let interval: Duration = .seconds(60)

    @Test("ends in the quarter of an hour that is now")
    func span() {
        let start = HistoryStrip.start(now: now)
        #expect(now.duration(since: start) >= .seconds(95 * 900))
        #expect(now.duration(since: start) < .seconds(96 * 900))
    }

    @Test("shows an outage as a gap, and the time before the first heartbeat as nothing")
    func gap() {
        let strip = HistoryStrip(
            [beat(10), beat(11, .warning, silentUntil: 14), beat(14, .error, silentUntil: 96)], now: now)
        #expect(strip.cells[..<10].allSatisfy { $0 == .none })
        #expect(strip.cells[10...15] == [.ok, .gap, .gap, .gap, .gap, .gap])
    }

    @Test("shows an outage within a quarter of an hour, and lets the one be in which it ended at once")
    func shortOutage() {
        let strip = HistoryStrip(
            [beat(10), beat(11, silentUntil: 12), beat(12), beat(13), beat(94)], now: now)
        #expect(strip.cells[10...13] == [.ok, .gap, .ok, .ok])
    }

    @Test("lets a service that reports once a day be well all day")
    func seldom() {
        let strip = HistoryStrip([beat(-3)], now: now)
        #expect(strip.cells.allSatisfy { $0 == .ok })
    }

    @Test("shows an outage that began earlier from its first quarter on")
    func oldOutage() {
        let strip = HistoryStrip([beat(-9, silentUntil: 96)], now: now)
        #expect(strip.cells.allSatisfy { $0 == .gap })
        #expect(strip.uptime == 0)
    }

    @Test("has no uptime of a service that never reported")
    func never() {
        let strip = HistoryStrip([], now: now)
        #expect(strip.uptime == nil)
        #expect(strip.cells.count == 96)
    }

    @Test("takes the share of the time for which heartbeats vouch")
    func uptime() {
        let first = now.adding(seconds: -1000)
        let stretch = HistoryStretch(service: "x", number: 95, worst: .ok, covered: .seconds(750), first: first)
        #expect(HistoryStrip([stretch], now: now).uptime == 0.75)
    }

    @Test("holds nothing against a service that came after it was read")
    func later() {
        let stretch = HistoryStretch(
            service: "x", number: 95, worst: .ok, covered: .seconds(4), first: now.adding(seconds: -4))
        let state = ServiceState(name: "x", interval: interval, description: "", heartbeat: nil)
        let histories = ServiceHistories([stretch], until: now)
        #expect(histories.isFresh(at: now.adding(seconds: 10)))
        #expect(!histories.isFresh(at: now.adding(seconds: 900)))
        #expect(histories.strip(of: state).uptime == 1)
    }

    /// A heartbeat at the begin of a quarter; without another one for the next three minutes when the silence has an end.
    private func beat(_ number: Int, _ worst: ServiceStatus = .ok, silentUntil end: Int? = nil) -> HistoryStretch {
        let start = HistoryStrip.start(now: now)
        let first = start.adding(seconds: number * 900)
        let silence = end.map { first.adding(seconds: 180)..<start.adding(seconds: $0 * 900) }
        return HistoryStretch(
            service: "x", number: number, worst: worst, covered: .zero, first: first, silence: silence)
    }
}
