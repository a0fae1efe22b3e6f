import FactoryCore

/// Whether a journal is as its librarian wrote it.
enum JournalCheck {
    /// Reads a segment.
    ///
    /// - Parameter isLast: whether its end may be torn: its librarian may be writing it, or was killed doing so.
    /// - Returns: also one sentence for each place at which it is damaged.
    static func check(
        _ book: JournalBook, segment: Int, isLast: Bool
    ) throws -> (scan: JournalScan, damages: [String]) {
        let path = book.path(of: segment)
        let bytes = try book.bytes(of: segment)
        let scan = try JournalScan(bytes, start: JournalSegment.start(segment), after: 0)
        var damages = scan.damagedLines.map { "the journal \(path) is damaged in line \($0)" }
        let tail = bytes.count - scan.goodBytes
        if !isLast, tail > 0, scan.damagedLines != [1] || scan.end.line > 0 {
            damages.append(
                "the journal \(path) is damaged behind line \(scan.end.line): \(tail) bytes are no line of it")
        }
        return (scan, damages)
    }

    /// One sentence for each segment that is missing between others.
    static func gaps(_ book: JournalBook, _ segments: [Int]) -> [String] {
        JournalFolder.gaps(segments).map { "the journal's segment \(book.path(of: $0)) is missing" }
    }
}
