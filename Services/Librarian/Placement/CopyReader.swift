import Dispatch
import FactoryCore
import Synchronization

/// A thread that reads copies, with a block and a hash that serve all of them: made anew for each part they took 2 % of the
/// processor's time for photos of 40 KB.
final class CopyReader: Sendable {
    private let queue = DispatchQueue(label: "copy reader")
    private let reader: Mutex<ContentReader>

    /// - Parameter pulse: beats with every block that is read.
    init(pulse: WorkPulse?) throws(StartupError) {
        reader = Mutex(try ContentReader(pulse: pulse))
    }

    /// Begins what is to be done behind what was begun before.
    func begin(in group: DispatchGroup, _ body: @escaping @Sendable (borrowing ContentReader) -> Void) {
        queue.async(group: group) { self.reader.withLock { body($0) } }
    }
}
