import FactoryCore
import Testing

@testable import service_monitor

@Suite("Deliveries that do not succeed")
struct DeliveryPaceTests {
    @Test("What an answer means")
    func outcomes() {
        for status in [200, 202, 299] { #expect(DeliveryOutcome(status: status, server: "a") == .delivered) }
        for status in [408, 425, 429, 500, 503] {
            #expect(DeliveryOutcome(status: status, server: "a") == .failed("a answered \(status)"))
        }
        for status in [301, 400, 401, 403, 404, 413] {
            #expect(DeliveryOutcome(status: status, server: "a") == .refused("a answered \(status)"))
        }
    }

    @Test("A server that fails is left alone, longer each time, and complained of at the third")
    func failures() {
        var pace = DeliveryPace(backoff: Backoff(first: .seconds(10), limit: .seconds(600)))
        let now = ContinuousClock.now
        #expect(pace.isOpen(now: now))
        pace.note(.failed("no"), now: now)
        #expect(!pace.isOpen(now: now + .seconds(7)))
        #expect(pace.isOpen(now: now + .seconds(10)))
        pace.note(.failed("no"), now: now)
        #expect(!pace.isOpen(now: now + .seconds(15)))
        #expect(pace.complaint == nil)
        pace.note(.failed("still no"), now: now)
        #expect(pace.complaint == "still no")
        pace.note(.delivered, now: now)
        #expect(pace.complaint == nil)
        #expect(pace.isOpen(now: now))
    }

    @Test("A refusal is complained of at once and until something is delivered; a failure until nothing is due")
    func refusals() {
        var pace = DeliveryPace(backoff: Backoff())
        let now = ContinuousClock.now
        pace.note(.refused("403"), now: now)
        #expect(pace.complaint == "403")
        #expect(pace.isOpen(now: now))
        pace.calm()
        #expect(pace.complaint == "403")
        pace.note(.delivered, now: now)
        for _ in 0..<3 { pace.note(.failed("500"), now: now) }
        #expect(pace.complaint == "500")
        pace.calm()
        #expect(pace.complaint == nil)
    }

    @Test("The monitor's own heartbeat says so, and hides nothing worse")
    func board() {
        let board = DeliveryBoard()
        let well = ServiceHealth(status: .ok, task: "Watching")
        #expect(board.judge(well) == well)
        #expect(board.set("a answered 403"))
        #expect(!board.set("a answered 404"))
        let text = "Alerts cannot be delivered: a answered 404 (Watching)"
        #expect(board.judge(well) == ServiceHealth(status: .warning, task: text))
        #expect(board.judge(ServiceHealth(status: .error, task: "Watching")).status == .error)
        #expect(board.set(nil))
        #expect(board.judge(well) == well)
    }
}
