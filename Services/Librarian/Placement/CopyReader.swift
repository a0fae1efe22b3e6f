import Dispatch
import FactoryCore
import Synchronization

/// A thread that reads copies, with blocks and hashes that serve all of them: made anew for each part they took 2 % of the
/// processor's time for photos of 40 KB.
final class CopyReader: Sendable {
    /// What it reads with.
    struct Tools: ~Copyable {
        let reader: ContentReader
        let direct: DirectReader
    }

    private let queue = DispatchQueue(label: "copy reader")
    private let tools: Mutex<Tools>

    /// - Parameter pulse: beats with every block that is read, or every few files.
    init(pulse: WorkPulse?) throws(StartupError) {
        tools = Mutex(Tools(reader: try ContentReader(pulse: pulse), direct: try DirectReader(pulse: pulse)))
    }

    /// Begins what is to be done behind what was begun before.
    func begin(in group: DispatchGroup, _ body: @escaping @Sendable (borrowing Tools) -> Void) {
        queue.async(group: group) { self.tools.withLock { body($0) } }
    }
}
