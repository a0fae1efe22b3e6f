import Dispatch
import FactoryCore
import Glibc
import Synchronization

/// Reads copies back from the disk and compares them with what was to be copied; several at once, for one processor
/// hashes more slowly than a disk reads.
struct CopyCheck: Sendable {
    let stop: StopSignal
    let pulse: WorkPulse?

    /// A copy that was written, and what it is a copy of.
    struct Copy: Sendable {
        let file: OpenFile
        /// For messages.
        let path: String
        let source: SourceFile
    }

    /// - Returns: for each copy why it cannot be trusted; nil for a good one.
    func problems(of copies: [Copy]) -> [(any Error)?] {
        let problems = Mutex([(any Error)?](repeating: VerifiedCopy.Problem.stopped, count: copies.count))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: min(copies.count, Processors.workers)) { _ in
            let reader: ContentReader
            do {
                reader = try ContentReader(pulse: pulse)
            } catch {
                return
            }
            while case let index = next.add(1, ordering: .relaxed).oldValue, index < copies.count {
                let problem = problem(of: copies[index], reader)
                problems.withLock { $0[index] = problem }
            }
        }
        return problems.withLock { $0 }
    }

    private func problem(of copy: Copy, _ reader: borrowing ContentReader) -> (any Error)? {
        do {
            // All were made durable together; this is where the kernel says of each whether it was.
            try copy.file.sync(copy.path)
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
