import FactoryCore

/// Reads one segment and checks that every line is chained to the one before.
struct JournalScan: Sendable {
    struct Found: Sendable {
        let position: JournalPosition
        let event: JournalEvent
        let at: Timestamp
    }

    /// The events that were asked for.
    private(set) var found: [Found] = []
    /// The last good line.
    private(set) var end: JournalPosition
    /// How many bytes are good, from the beginning.
    private(set) var goodBytes = 0
    /// The line that is damaged, where good lines follow it: somebody or something changed the file.
    private(set) var damagedLine: Int?

    /// - Parameters:
    ///   - bytes: the whole segment.
    ///   - start: the position before its first line.
    ///   - after: only events behind this line are kept.
    init(_ bytes: [UInt8], start: JournalPosition, after: Int) throws(StartupError) {
        end = start
        var rest = bytes[...]
        while let lineBreak = rest.firstIndex(of: 10) {
            let text = rest[..<lineBreak]
            guard JournalLine.previous(in: text) == end.hash else { break }
            let position = JournalPosition(segment: start.segment, line: end.line + 1, hash: try SHA256.of(text))
            if position.line > after {
                guard let line = JournalLine.decoded(text), line.line == position.line else { break }
                found.append(Found(position: position, event: line.event, at: line.at))
            }
            end = position
            rest = rest[(lineBreak + 1)...]
            goodBytes = lineBreak + 1
        }
        damagedLine = try Self.damagedLine(rest, after: end)
    }

    /// Which line is to blame for a break in the chain; nil for a torn tail, behind which no line follows.
    ///
    /// A line proves the one before it. So when the line at the break is proven by its own follower it is whole, and
    /// the one before it was changed.
    private static func damagedLine(_ rest: ArraySlice<UInt8>, after end: JournalPosition) throws(StartupError) -> Int?
    {
        let lines = rest.split(separator: 10)
        guard let first = lines.first else { return nil }
        guard let follower = lines.dropFirst().first(where: isLine) else {
            // A line that was written to its end and continues another chain is no torn one.
            return isLine(first) && JournalLine.previous(in: first) != end.hash ? max(1, end.line) : nil
        }
        let line = end.line
        let isProven = JournalLine.previous(in: follower) == (try SHA256.of(first))
        let isWhole = isLine(first) && line > 0 && isProven
        return isWhole ? line : line + 1
    }

    private static func isLine(_ bytes: ArraySlice<UInt8>) -> Bool {
        JournalLine.previous(in: bytes) != nil
    }
}
