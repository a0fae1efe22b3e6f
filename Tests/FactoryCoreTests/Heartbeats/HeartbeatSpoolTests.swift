import Testing

@testable import FactoryCore

@Suite("Heartbeats that wait")
struct HeartbeatSpoolTests {
    @Test("stay in order until they are written")
    func order() {
        var spool = HeartbeatSpool()
        for second in 0..<5 { spool.add(Self.beat(second)) }
        #expect(seconds(spool) == [0, 1, 2, 3, 4])
        spool.removeFirst(2)
        #expect(seconds(spool) == [2, 3, 4])
        spool.removeFirst(9)
        #expect(seconds(spool) == [])
    }

    @Test("are thinned out when there are too many, and the first and the last remain")
    func thinning() {
        var spool = HeartbeatSpool(capacity: 4)
        for second in 0..<4 { spool.add(Self.beat(second)) }
        #expect(seconds(spool) == [0, 1, 2, 3])
        spool.add(Self.beat(4))
        #expect(seconds(spool) == [0, 2, 4])
    }

    @Test("never outgrow their bound, however long the outage", arguments: [0, 1, 2, 3, 1440])
    func bound(capacity: Int) {
        var spool = HeartbeatSpool(capacity: capacity)
        for second in 0..<5000 {
            spool.add(Self.beat(second))
            #expect(spool.waiting.count <= max(2, capacity))
            #expect(spool.waiting.last == Self.beat(second))
        }
        #expect(spool.waiting.first == Self.beat(0))
        #expect(seconds(spool) == seconds(spool).sorted())
    }

    private static func beat(_ second: Int) -> Heartbeat {
        Heartbeat(service: "tester", status: .ok, task: nil, time: Timestamp(seconds: second))
    }

    private func seconds(_ spool: HeartbeatSpool) -> [Int] {
        spool.waiting.map { Int($0.time.microseconds / 1_000_000) }
    }
}
