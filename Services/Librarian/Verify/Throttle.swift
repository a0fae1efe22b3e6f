import FactoryCore
import Glibc
import Synchronization

/// Keeps readers, each on a thread of its own, from taking the whole disk.
final class Throttle: Sendable {
    private let bucket: Mutex<TokenBucket>
    private let isHeld: @Sendable () -> Bool

    /// - Parameter isHeld: while this is true nothing is read on: somebody else needs the disk.
    init(megabytesPerSecond: Int, isHeld: @escaping @Sendable () -> Bool = { false }) {
        bucket = Mutex(TokenBucket(bytesPerSecond: megabytesPerSecond * 1_000_000, start: .now))
        self.isHeld = isHeld
    }

    /// Blocks the thread for as long as so many bytes may take; no longer than until `stop` is set.
    func pass(_ bytes: Int, unless stop: StopSignal) {
        let wait = bucket.withLock { $0.take(bytes, at: .now) }
        let end = ContinuousClock.now + wait
        while !stop.isSet, case let left = end - .now, left > .zero {
            usleep(UInt32(min(left, .milliseconds(100)) / .microseconds(1)))
        }
        while !stop.isSet, isHeld() { usleep(100_000) }
    }
}
