import FactoryCore
import Testing

@testable import librarian

@Suite("The scan of a segment")
struct JournalScanTests {
    private let start = JournalPosition(segment: 3, line: 0, hash: Fingerprint(number: 3))

    private func segment(_ count: Int) throws -> [UInt8] {
        var (bytes, previous) = ([UInt8](), start.hash)
        for number in 1...count {
            let event = JournalEvent.outcome(segment: 1, line: number, .filed, note: nil)
            let line = JournalLine(line: number, at: Timestamp(seconds: number), previous: previous, event: event)
            let text = line.encoded()
            previous = try SHA256.of(text)
            bytes += text + [10]
        }
        return bytes
    }

    @Test("finds the events behind a line, with their positions and times")
    func finds() throws {
        let bytes = try segment(3)
        let scan = try JournalScan(bytes, start: start, after: 1)
        #expect(
            scan.found.map(\.position.line) == [2, 3] && scan.found.map(\.at) == [2, 3].map { Timestamp(seconds: $0) })
        #expect(scan.end == scan.found.last?.position && scan.end.segment == 3)
        #expect(scan.goodBytes == bytes.count && scan.damagedLines.isEmpty)
    }

    @Test("of nothing ends where it starts")
    func empty() throws {
        let scan = try JournalScan([], start: start, after: 0)
        #expect(scan.end == start && scan.goodBytes == 0 && scan.damagedLines.isEmpty && scan.found.isEmpty)
    }

    @Test("does not take a segment that begins with another chain")
    func otherChain() throws {
        let other = JournalPosition(segment: 4, line: 0, hash: Fingerprint(number: 4))
        let scan = try JournalScan(try segment(2), start: other, after: 0)
        #expect(scan.end == other && scan.found.isEmpty && scan.damagedLines == [1])
    }

    @Test("names the place of a line that was taken out")
    func missingLine() throws {
        var lines = try segment(4).split(separator: 10)
        lines.remove(at: 1)
        let scan = try JournalScan(Array(lines.joined(separator: [10])) + [10], start: start, after: 0)
        #expect(scan.found.map(\.position.line) == [1, 3, 4] && scan.end.line == 4 && scan.damagedLines == [2])
    }

    @Test("never crashes, whichever byte is changed, trusts no line that was, and finds those behind it")
    func everyByte() throws {
        let bytes = try segment(3)
        let lineEnds = bytes.indices.filter { bytes[$0] == 10 }
        for index in stride(from: 0, to: bytes.count, by: 3) {
            var changed = bytes
            changed[index] ^= 0x15
            let scan = try JournalScan(changed, start: start, after: 0)
            let line = 1 + lineEnds.count { $0 < index }
            // A break between two lines is part of both; what nothing follows cannot be proven.
            let hit = bytes[index] == 10 ? [line, line + 1] : [line]
            let isLast = hit.contains(3)
            let expected = [1, 2, 3].filter { !hit.contains($0) }
            #expect(isLast || scan.found.map(\.position.line) == expected, "byte \(index)")
            #expect(isLast ? scan.damagedLines.isEmpty : scan.damagedLines.count == 1, "byte \(index)")
        }
    }
}
