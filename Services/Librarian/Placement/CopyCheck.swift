import Dispatch
import FactoryCore
import Synchronization

/// Reads copies back from the disk and compares them with what was to be copied, beside whoever began it; several at once,
/// for a disk has more to give than one asks for at a time, and one processor hashes more slowly than it reads.
final class CopyCheck: Sendable {
    /// A copy that was written, and what it is a copy of. By reference, for it goes from list to list.
    final class Copy: Sendable {
        let file: OpenFile
        /// For messages.
        let path: String
        let source: SourceFile

        init(file: OpenFile, path: String, source: SourceFile) {
            (self.file, self.path, self.source) = (file, path, source)
        }
    }

    /// Fewer are asked for ahead and read one by one: hardly any lie side by side on the disk.
    private static let directFrom = 4
    /// The disk is asked for files of so many bytes together before the first of them is read, of those that are not read directly;
    /// of a larger one the kernel itself reads ahead.
    private static let fetchedSize = 1 << 20

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

    private func read(with tools: borrowing CopyReader.Tools) {
        while let some = takeNext() {
            let released = some.map { index in Result { () throws(FileError) in try release(copies[index]) } }
            let read = readDirectly(some, with: tools.direct)
            for (index, read) in zip(some, read) {
                if case .success(nil) = read { fetch(copies[index]) }
            }
            for (index, (released, read)) in zip(some, zip(released, read)) {
                let problem = problem(of: copies[index], released, read, tools.reader)
                problems.withLock { $0[index] = problem }
            }
        }
    }

    /// - Returns: as many of the next as `DirectReader` has room for, or of larger ones some; nil when there are none.
    private func takeNext() -> Range<Int>? {
        next.withLock { next in
            guard next < copies.count else { return nil }
            let first = next
            var room = 0
            repeat {
                room += self.room(for: next)
                next += 1
            } while next < copies.count && next - first < DirectReader.limit
                && (room + self.room(for: next) <= DirectReader.capacity
                    || next - first < Self.directFrom && room < Self.fetchedSize)
            return first..<next
        }
    }

    private func room(for index: Int) -> Int { DirectReader.room(for: copies[index].source.stamp.size) }

    /// Makes sure that a copy was written, and that it will be read from the disk.
    private func release(_ copy: Copy) throws(FileError) {
        // Either way this is where the kernel says of each whether it could write it.
        if wereSynced { try copy.file.awaitWritten(copy.path) } else { try copy.file.sync(copy.path) }
        // Also before a direct read: some file systems take `O_DIRECT` and read from the kernel's memory all the same.
        copy.file.forget()
    }

    private func readDirectly(_ some: Range<Int>, with direct: DirectReader) -> [Result<Bool?, FileError>] {
        let room = some.reduce(0) { $0 + self.room(for: $1) }
        guard some.count >= Self.directFrom, room <= DirectReader.capacity, !stop.isSet else {
            return some.map { _ in .success(nil) }
        }
        return direct.check(copies[some])
    }

    private func fetch(_ copy: Copy) {
        if copy.source.stamp.size <= Self.fetchedSize { copy.file.fetch(copy.source.stamp.size) }
    }

    /// - Parameters:
    ///   - released: why it cannot be read.
    ///   - read: whether what was read directly is its source's content; nil when nothing was.
    private func problem(
        of copy: Copy, _ released: Result<Void, FileError>, _ read: Result<Bool?, FileError>,
        _ reader: borrowing ContentReader
    ) -> (any Error)? {
        do {
            try released.get()
            if let isGood = try read.get() { return isGood ? nil : VerifiedCopy.Problem.differs }
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
