import FactoryCore
import Testing

@Suite("The delay before the next try")
struct BackoffTests {
    @Test("doubles up to its limit and stays there")
    func doubles() {
        var backoff = Backoff(first: .seconds(1), limit: .seconds(10))
        let delays = (0..<100).map { _ in backoff.delay(jitter: 1) }
        #expect(delays.prefix(5) == [.seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(10)])
        #expect(delays.suffix(95).allSatisfy { $0 == .seconds(10) })
    }

    @Test("is shorter by at most a fifth")
    func jitter() {
        for _ in 0..<200 {
            var backoff = Backoff(first: .seconds(10), limit: .seconds(15))
            let first = backoff.delay()
            #expect(first >= .seconds(8) && first <= .seconds(10))
            let second = backoff.delay()
            #expect(second >= .seconds(12) && second <= .seconds(15))
        }
        var backoff = Backoff(first: .seconds(10))
        #expect(backoff.delay(jitter: 0) == .seconds(8))
    }

    @Test("differs from service to service")
    func spread() {
        let delays = (0..<50).map { _ in
            var backoff = Backoff()
            return backoff.delay()
        }
        #expect(Set(delays).count > 10)
    }

    @Test("begins again after a success")
    func reset() {
        var backoff = Backoff(first: .seconds(1), limit: .seconds(10))
        for _ in 0..<5 { _ = backoff.delay() }
        backoff.reset()
        #expect(backoff.delay(jitter: 1) == .seconds(1))
    }
}
