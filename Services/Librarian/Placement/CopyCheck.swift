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
    private let wereSynced: Bool
    private let stop: StopSignal
    private let pulse: WorkPulse?
    /// A copy that nobody has read is not trusted.
    private let problems: Mutex<[(any Error)?]>
    private let next = Atomic(0)
    private let readers = DispatchGroup()

    /// Begins to read.
    ///
    /// - Parameter wereSynced: whether a sync of the whole file system came before; else each copy is synced here.
    init(_ copies: [Copy], wereSynced: Bool, stop: StopSignal, pulse: WorkPulse?) {
        (self.copies, self.wereSynced, self.stop, self.pulse) = (copies, wereSynced, stop, pulse)
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
        let reader: ContentReader
        do {
            reader = try ContentReader(pulse: pulse)
        } catch {
            while let index = takeNext() { problems.withLock { $0[index] = error } }
            return
        }
        while let index = takeNext() {
            let problem = problem(of: copies[index], reader)
            problems.withLock { $0[index] = problem }
        }
    }

    private func takeNext() -> Int? {
        let index = next.add(1, ordering: .relaxed).oldValue
        return index < copies.count ? index : nil
    }

    private func problem(of copy: Copy, _ reader: borrowing ContentReader) -> (any Error)? {
        do {
            // Either way this is where the kernel says of each whether it could write it.
            if wereSynced { try copy.file.awaitWritten(copy.path) } else { try copy.file.sync(copy.path) }
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
