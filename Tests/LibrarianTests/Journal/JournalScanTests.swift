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
            let text = try line.encoded()
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
        #expect(scan.goodBytes == bytes.count && scan.damagedLine == nil)
    }

    @Test("of nothing ends where it starts")
    func empty() throws {
        let scan = try JournalScan([], start: start, after: 0)
        #expect(scan.end == start && scan.goodBytes == 0 && scan.damagedLine == nil && scan.found.isEmpty)
    }

    @Test("does not take a segment that begins with another chain")
    func otherChain() throws {
        let other = JournalPosition(segment: 4, line: 0, hash: Fingerprint(number: 4))
        let scan = try JournalScan(try segment(2), start: other, after: 0)
        #expect(scan.end == other && scan.found.isEmpty && scan.damagedLine == 1)
    }

    @Test("names the place of a line that was taken out")
    func missingLine() throws {
        var lines = try segment(4).split(separator: 10)
        lines.remove(at: 1)
        let scan = try JournalScan(Array(lines.joined(separator: [10])) + [10], start: start, after: 0)
        #expect(scan.end.line == 1 && scan.damagedLine != nil)
    }

    @Test("never crashes, whichever byte is changed, and trusts no line behind the change")
    func everyByte() throws {
        let bytes = try segment(3)
        let lineEnds = bytes.indices.filter { bytes[$0] == 10 }
        for index in stride(from: 0, to: bytes.count, by: 3) {
            var changed = bytes
            changed[index] ^= 0x15
            let scan = try JournalScan(changed, start: start, after: 0)
            let line = 1 + lineEnds.count { $0 < index }
            #expect(scan.end.line <= line, "byte \(index)")
            #expect(scan.damagedLine.map { abs($0 - line) <= 1 } ?? (line == 3), "byte \(index)")
        }
    }
}
