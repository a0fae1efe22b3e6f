import FactoryCore

/// Reads one segment and checks that every line is chained to the one before.
///
/// Damage does not hide what comes behind it: a line that the next one proves is a line of the journal, whatever
/// happened to those before.
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
    /// How many bytes are good, from the beginning to the last good line.
    private(set) var goodBytes = 0
    /// The lines that are damaged and have good ones behind them: somebody or something changed the file.
    private(set) var damagedLines: [Int] = []

    /// - Parameters:
    ///   - bytes: the whole segment.
    ///   - start: the position before its first line.
    ///   - after: only events behind this line are kept.
    init(_ bytes: [UInt8], start: JournalPosition, after: Int) throws(StartupError) {
        end = start
        var rest = bytes[...]
        guard !Self.isForeign(rest, start: start) else {
            damagedLines = [1]
            return
        }
        while let lineBreak = rest.firstIndex(of: 10) {
            let line = rest[..<lineBreak]
            rest = rest[(lineBreak + 1)...]
            let isNext = JournalLine.previous(in: line) == end.hash
            let isGood =
                try isNext
                ? take(line, number: end.line + 1, after: after) : resume(at: line, before: rest, after: after)
            if isGood { goodBytes = rest.startIndex }
        }
    }

    /// Whether a segment begins with the chain of another: somebody copied it over this one.
    private static func isForeign(_ bytes: ArraySlice<UInt8>, start: JournalPosition) -> Bool {
        guard let first = firstLine(bytes), let previous = JournalLine.previous(in: first) else { return false }
        return previous != start.hash && JournalSegment.isBeginning(previous)
    }

    /// Keeps a line that continues the chain.
    ///
    /// - Returns: false when it does not say what a line says.
    private mutating func take(_ text: ArraySlice<UInt8>, number: Int, after: Int) throws(StartupError) -> Bool {
        let position = JournalPosition(segment: end.segment, line: number, hash: try SHA256.of(text))
        if number > after {
            guard let line = JournalLine.decoded(text), line.line == number else { return false }
            found.append(Found(position: position, event: line.event, at: line.at))
        }
        end = position
        return true
    }

    /// Goes on with a line that does not continue the chain, if it is a whole one: it has a number behind the last good
    /// one, and the next line, or nothing at all, follows it.
    private mutating func resume(
        at text: ArraySlice<UInt8>, before rest: ArraySlice<UInt8>, after: Int
    ) throws(StartupError) -> Bool {
        guard let line = JournalLine.decoded(text), line.line > end.line else { return false }
        if let next = Self.firstLine(rest) {
            guard JournalLine.previous(in: next) == (try SHA256.of(text)) else { return false }
        }
        // A line proves the one before it. If that was taken for a good one, it was changed.
        if line.line - 1 == end.line, found.last?.position.line == end.line { found.removeLast() }
        damagedLines.append(max(1, line.line - 1))
        return try take(text, number: line.line, after: after)
    }

    private static func firstLine(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        bytes.firstIndex(of: 10).map { bytes[..<$0] }
    }
}
