import FactoryCore
import Glibc

/// A librarian's write-ahead journal: what is to be done is written down and durable before anything is moved.
///
/// Segments of JSON lines below `Storage/Journal/{librarian id}`, only ever appended to, each line chained to the one
/// before by its hash.
final class Journal {
    private let folder: JournalFolder
    private let segmentLimit: Int
    /// In bytes; more than most have.
    private static let usualLineSize = 1024

    private let hash: SHA256
    private var file: OpenFile
    private var size: Int
    /// Whether the segment may lack lines that were written to it.
    private var isDoubtful = false
    /// The last line that was appended.
    private(set) var end: JournalPosition
    /// What was found damaged so far; one sentence each. Filing goes on in a new segment.
    private(set) var damages: [String] = []

    /// Opens the journal at its end. A torn last line, which a power cut leaves, is set aside; damage before that is
    /// reported in `damages` and followed by a new segment.
    ///
    /// - Parameter segmentLimit: a segment that has grown to this many bytes is followed by a new one.
    init(_ folder: JournalFolder, segmentLimit: Int = 4 << 20) throws {
        self.folder = folder
        self.segmentLimit = segmentLimit
        hash = try SHA256()
        let numbers = try folder.segments()
        let segment = try JournalSegment(folder: folder, number: numbers.last ?? 1)
        let scan = try segment.scan(after: .max)
        (file, size, end) = (segment.file, scan.goodBytes, scan.end)
        damages = JournalFolder.gaps(numbers).map { "the journal's segment \(folder.folder.path)/\($0) is missing" }
        note(segment.damages(scan), of: segment.number)
        try lookAtDamaged(numbers)
        if scan.damagedLines.isEmpty {
            try segment.setAsideTail(from: scan.goodBytes)
        } else {
            try beginSegment()
        }
    }

    /// Damage is kept in mind beyond this run, by a mark beside the segment, until the segment is whole again.
    private func note(_ sentences: [String], of segment: Int) {
        guard !sentences.isEmpty else { return }
        damages += sentences.filter { !damages.contains($0) }
        // Without room for the mark filing goes on all the same: this run says it, and `verify` does.
        try? folder.mark(segment)
    }

    /// Looks again at segments that were damaged when they were last read.
    private func lookAtDamaged(_ numbers: [Int]) throws {
        for number in numbers where try folder.isMarked(number) {
            let segment = try JournalSegment(folder: folder, number: number)
            let sentences = segment.damages(try segment.scan(after: .max))
            // A mark that cannot be taken away is looked at again.
            if sentences.isEmpty { try? folder.unmark(number) }
            note(sentences, of: number)
        }
    }

    /// Appends events and returns the positions of their lines. They are durable only after `sync`.
    ///
    /// - Parameter time: when they happened.
    @discardableResult
    func append(_ events: [JournalEvent], at time: Timestamp) throws -> [JournalPosition] {
        guard !events.isEmpty else { return [] }
        if size >= segmentLimit || isDoubtful { try beginSegment() }
        var text = JSONWriter(capacity: events.count * Self.usualLineSize)
        var positions: [JournalPosition] = []
        var position = end
        for event in events {
            let line = JournalLine(line: position.line + 1, at: time, previous: position.hash, event: event)
            let start = text.count
            line.write(to: &text)
            hash.begin()
            text.withBytes(from: start) { hash.add($0) }
            position = JournalPosition(segment: position.segment, line: line.line, hash: hash.finish())
            positions.append(position)
            text.lineBreak()
        }
        try write(text)
        size += text.count
        end = position
        return positions
    }

    /// Makes everything that was appended durable.
    func sync() throws(FileError) {
        guard fdatasync(file.descriptor) == 0 else {
            let error = FileError("make durable", path)
            // The kernel forgets what it could not write: a second call would succeed and mean nothing.
            isDoubtful = true
            throw error
        }
    }

    /// Lends the events behind `position` to `body`, a segment at a time; all of them when it is nil.
    func forEachSegment(
        after position: JournalPosition?,
        _ body: (_ events: [JournalScan.Found], _ end: JournalPosition) async throws -> Void
    ) async throws {
        for number in try folder.segments() where number >= position?.segment ?? 0 {
            let after = number == position?.segment ? position?.line ?? 0 : 0
            let segment = try JournalSegment(folder: folder, number: number)
            let scan = try segment.scan(after: after)
            note(segment.damages(scan), of: number)
            try await body(scan.found, scan.end)
        }
    }

    /// Whether the line of `position` is the one that stands there now.
    func holds(_ position: JournalPosition) throws -> Bool {
        guard try folder.segments().contains(position.segment) else { return false }
        return try JournalSegment(folder: folder, number: position.segment).holds(position)
    }

    private var path: String { folder.folder.pathText(Array(JournalFolder.name(end.segment).utf8)) }

    private func beginSegment() throws {
        let segment = try JournalSegment(folder: folder, number: end.segment + 1)
        try folder.folder.file.sync(folder.folder.path)
        (file, size, isDoubtful) = (segment.file, 0, false)
        end = JournalPosition(segment: end.segment + 1, line: 0, hash: JournalSegment.beginning(end.segment + 1))
    }

    /// A write that fails half-way must not leave half a line in front of the next one.
    private func write(_ text: borrowing JSONWriter) throws(FileError) {
        var written = 0
        while written < text.count {
            let count = text.withBytes(from: written) { Glibc.write(file.descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                let error = FileError("write", path)
                isDoubtful = ftruncate(file.descriptor, off_t(size)) != 0
                throw error
            }
        }
    }
}
