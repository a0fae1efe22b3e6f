import Dispatch
import FactoryCore
import Glibc
import Synchronization

/// Reads copies back from the disk and compares them with what was to be copied, beside whoever began it; several at once,
/// for a disk has more to give than one asks for at a time, and one processor hashes more slowly than it reads.
final class CopyCheck: Sendable {
    /// A copy that was written, and what it is a copy of.
    struct Copy: Sendable {
        let file: OpenFile
        /// For messages.
        let path: String
        let source: SourceFile
    }

    /// Each with a thread of its own, for they mostly wait.
    private static let queues = (0..<4).map { DispatchQueue(label: "copy check \($0)") }

    private let copies: [Copy]
    private let areDurable: Bool
    private let stop: StopSignal
    private let pulse: WorkPulse?
    private let problems: Mutex<[(any Error)?]>
    private let next = Atomic(0)
    private let readers = DispatchGroup()

    /// Begins to read.
    ///
    /// - Parameter areDurable: whether they are durable if the kernel could write them; else each is made so first.
    init(_ copies: [Copy], areDurable: Bool, stop: StopSignal, pulse: WorkPulse?) {
        (self.copies, self.areDurable, self.stop, self.pulse) = (copies, areDurable, stop, pulse)
        problems = Mutex([(any Error)?](repeating: VerifiedCopy.Problem.stopped, count: copies.count))
        for queue in Self.queues.prefix(copies.count) { queue.async(group: readers) { self.read() } }
    }

    /// Waits until all have been read.
    ///
    /// - Returns: for each copy why it cannot be trusted; nil for a good one.
    func wait() -> [(any Error)?] {
        readers.wait()
        return problems.withLock { $0 }
    }

    private func read() {
        // Without one nothing is trusted.
        guard let reader = try? ContentReader(pulse: pulse) else { return }
        while case let index = next.add(1, ordering: .relaxed).oldValue, index < copies.count {
            let problem = problem(of: copies[index], reader)
            problems.withLock { $0[index] = problem }
        }
    }

    private func problem(of copy: Copy, _ reader: borrowing ContentReader) -> (any Error)? {
        do {
            // All were made durable together; this is where the kernel says of each whether it was.
            if areDurable { try copy.file.awaitWritten(copy.path) } else { try copy.file.sync(copy.path) }
            guard let (fingerprint, size) = try reader.fingerprintOnDisk(of: copy.file, copy.path, unless: stop) else {
                return VerifiedCopy.Problem.stopped
            }
            let isSame = fingerprint == copy.source.fingerprint && size == copy.source.stamp.size
            return isSame ? nil : VerifiedCopy.Problem.differs
        } catch {
            return error
        }
    }
}
