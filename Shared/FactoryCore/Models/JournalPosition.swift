/// A place in a librarian's journal. Lines and segments are counted from 1; line 0 is before a segment's first line.
public struct JournalPosition: Sendable, Hashable, Comparable {
    public let segment: Int
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
