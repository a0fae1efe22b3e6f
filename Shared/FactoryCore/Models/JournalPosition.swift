/// A place in a librarian's journal. Lines and segments are counted from 1; line 0 is before a segment's first line.
public struct JournalPosition: Sendable, Hashable, Comparable {
    /// The segment's number, from 1.
    public let segment: Int
    /// The line's number within the segment, from 1; 0 before its first line.
    public let line: Int
    /// The hash of that line, to which the next line is chained.
    public let hash: Fingerprint

    public init(segment: Int, line: Int, hash: Fingerprint) {
        self.segment = segment
        self.line = line
        self.hash = hash
    }

    public static func < (left: JournalPosition, right: JournalPosition) -> Bool {
        (left.segment, left.line) < (right.segment, right.line)
    }
}
