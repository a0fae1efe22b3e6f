import FactoryCore
import Synchronization

/// A clock that stands until a test moves it.
final class AdjustableClock: WallClock {
    private let time: Mutex<Timestamp>

    init(_ time: Timestamp) {
        self.time = Mutex(time)
    }

    var now: Timestamp { time.withLock { $0 } }

    func move(seconds: Int) {
        time.withLock { $0 = $0.adding(seconds: seconds) }
    }
}
