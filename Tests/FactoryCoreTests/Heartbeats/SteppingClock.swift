import FactoryCore
import Synchronization

/// A clock that is a minute later every time somebody looks, so that each heartbeat has a time of its own.
final class SteppingClock: WallClock {
    static let start = Timestamp(seconds: 1_700_000_000)

    private let looks = Mutex(0)

    /// How often somebody looked.
    var count: Int { looks.withLock { $0 } }

    var now: Timestamp {
        let minute = looks.withLock { looks in
            defer { looks += 1 }
            return looks
        }
        return Self.time(minute)
    }

    static func time(_ minute: Int) -> Timestamp {
        start.adding(seconds: 60 * minute)
    }
}
