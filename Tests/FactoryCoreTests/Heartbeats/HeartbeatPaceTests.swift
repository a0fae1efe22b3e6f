import Testing

@testable import FactoryCore

@Suite("The pace of heartbeats")
struct HeartbeatPaceTests {
    private let start = ContinuousClock.now

    @Test("is one an interval while nothing changes, and one at each change")
    func pace() {
        var pace = HeartbeatPace(interval: .seconds(60))
        let looks: [(Int, ServiceStatus, Bool)] = [
            (0, .ok, true), (5, .ok, false), (59, .ok, false), (60, .ok, true), (65, .error, true), (70, .error, false),
            (71, .warning, true), (130, .warning, false), (131, .warning, true), (500, .warning, true),
        ]
        for (second, status, isTaken) in looks {
            #expect(pace.takes(status, at: start + .seconds(second)) == isTaken, "after \(second) s")
        }
        #expect(pace.next == start + .seconds(560))
    }
}
