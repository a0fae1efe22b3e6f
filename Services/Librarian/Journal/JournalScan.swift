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
            guard let line = JournalLine.decoded(text), line.line == end.line + 1, line.previous == end.hash else {
                break
            }
            end = JournalPosition(segment: start.segment, line: line.line, hash: try SHA256.of(text))
            if line.line > after { found.append(Found(position: end, event: line.event, at: line.at)) }
            rest = rest[(lineBreak + 1)...]
            goodBytes = lineBreak + 1
        }
        if Self.holdsLine(rest) { damagedLine = end.line + 1 }
    }

    /// Whether a readable line stands behind the first bad one. A torn tail has none.
    private static func holdsLine(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.split(separator: 10).dropFirst().contains { JournalLine.decoded($0) != nil }
    }
}
