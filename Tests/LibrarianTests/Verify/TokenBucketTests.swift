import FactoryCore
import Testing

@testable import librarian

@Suite("The throttle")
struct TokenBucketTests {
    private let start = ContinuousClock.now

    @Test("lets reading go on when what was read is paid for")
    func pays() {
        var bucket = TokenBucket(bytesPerSecond: 1000, start: start)
        #expect(bucket.take(500, at: start) == .milliseconds(500))
        #expect(bucket.take(500, at: start) == .seconds(1))
        #expect(bucket.take(500, at: start + .seconds(1)) == .milliseconds(500))
        #expect(bucket.take(0, at: start + .milliseconds(1500)) == .zero)
    }

    @Test("saves nothing up while nothing is read")
    func savesNothing() {
        var bucket = TokenBucket(bytesPerSecond: 1000, start: start)
        #expect(bucket.take(1000, at: start + .seconds(3600)) == .seconds(1))
    }

    @Test("does not keep anybody who is told to stop")
    func stops() {
        let stop = StopSignal()
        stop.set()
        Throttle(megabytesPerSecond: 1).pass(1 << 40, unless: stop)
    }
}
