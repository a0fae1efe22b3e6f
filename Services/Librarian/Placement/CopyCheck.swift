import Dispatch
import FactoryCore
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

    /// Each reader asks the disk for so many small files, of so many bytes, before it reads the first: 20,000 photos of 40 KB took
    /// 2.9 s instead of 3.2. Of a large one the kernel itself reads ahead.
    private static let askedCount = 16
    private static let askedSize = 1 << 20

    private let copies: [Copy]
    private let wereSynced: Bool
    private let stop: StopSignal
    /// A copy that nobody has read is not trusted.
    private let problems: Mutex<[(any Error)?]>
    private let next = Mutex(0)
    private let work = DispatchGroup()

    /// Begins to read.
    ///
    /// - Parameters:
    ///   - readers: who share the copies.
    ///   - wereSynced: whether a sync of the whole file system came before; else each copy is synced here.
    init(_ copies: [Copy], by readers: [CopyReader], wereSynced: Bool, stop: StopSignal) {
        (self.copies, self.wereSynced, self.stop) = (copies, wereSynced, stop)
        problems = Mutex([(any Error)?](repeating: VerifiedCopy.Problem.stopped, count: copies.count))
        for reader in readers.prefix(copies.count) { reader.begin(in: work) { self.read(with: $0) } }
    }

    /// Waits until all have been read.
    ///
    /// - Returns: for each copy why it cannot be trusted; nil for a good one.
    func wait() -> [(any Error)?] {
        work.wait()
        return problems.withLock { $0 }
    }

    private func read(with reader: borrowing ContentReader) {
        while let some = takeNext() {
            let fetched = some.map { index in Result { () throws(FileError) in try fetch(copies[index]) } }
            for (index, fetched) in zip(some, fetched) {
                let problem = problem(of: copies[index], fetched, reader)
                problems.withLock { $0[index] = problem }
            }
        }
    }

    /// - Returns: the next few; nil when there are none.
    private func takeNext() -> Range<Int>? {
        next.withLock { next in
            guard next < copies.count else { return nil }
            let first = next
            var size = 0
            repeat {
                size += copies[next].source.stamp.size
                next += 1
            } while next < copies.count && next - first < Self.askedCount && size < Self.askedSize
            return first..<next
        }
    }

    /// Makes sure that a copy was written and will be read from the disk, which is asked for a small one.
    private func fetch(_ copy: Copy) throws(FileError) {
        // Either way this is where the kernel says of each whether it could write it.
        if wereSynced { try copy.file.awaitWritten(copy.path) } else { try copy.file.sync(copy.path) }
        copy.file.forget()
        if copy.source.stamp.size <= Self.askedSize { copy.file.fetch(copy.source.stamp.size) }
    }

    private func problem(
        of copy: Copy, _ fetched: Result<Void, FileError>, _ reader: borrowing ContentReader
    ) -> (any Error)? {
        do {
            try fetched.get()
            guard let (fingerprint, size) = try reader.fingerprint(of: copy.file, copy.path, unless: stop) else {
                return VerifiedCopy.Problem.stopped
            }
            let isSame = fingerprint == copy.source.fingerprint && size == copy.source.stamp.size
            return isSame ? nil : VerifiedCopy.Problem.differs
        } catch {
            return error
        }
    }
}
