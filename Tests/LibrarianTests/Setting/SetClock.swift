import FactoryCore
import Synchronization
import TestSupport

@testable import librarian

/// A clock that stands still until a test moves it.
final class SetClock: WallClock {
    private let time: Mutex<Timestamp>

    init(_ start: Timestamp = Timestamp(seconds: 1_800_000_000)) {
        time = Mutex(start)
    }

    var now: Timestamp { time.withLock { $0 } }

    func advance(by duration: Duration) {
        time.withLock { $0 = $0.adding(duration) }
    }

    /// Moves to so long after the last change of a file, however long the machine took to come here.
    func set(_ duration: Duration, afterChangeOf name: String, in files: TestFolder) throws {
        guard let stamp = try Folder.open(files.path).stamp(Array(name.utf8)) else {
            throw SupportError("There is no \(name) by whose change the clock could be set.")
        }
        time.withLock { $0 = stamp.changed.adding(duration) }
    }
}
