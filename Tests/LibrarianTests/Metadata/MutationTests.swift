import FactoryCore
import TestSupport
import Testing

@testable import librarian

/// Damages a good file in thousands of ways, the same ones in every run, and reads it: nothing may crash or hang.
@Suite("Damaged files")
struct MutationTests {
    @Test("are read, sniffed and judged without a crash", arguments: 0..<4)
    func jpeg(series: UInt64) throws {
        var random = Xorshift(state: 0x9E37_79B9_7F4A_7C15 ^ (series + 1))
        let original = JPEGBytes.with(.full).bytes
        let reader = MetadataReader(zone: .fixed(.utc))
        for _ in 0..<1500 {
            let damaged = damage(original, &random)
            let source = MemoryByteSource(damaged)
            _ = MediaSniffer.format(of: damaged)
            _ = try reader.read(
                source, format: .jpeg, modified: Timestamp(seconds: 0), now: Timestamp(seconds: 1 << 31))
            for format in [MediaFormat.jpeg, .mp4] { _ = try Completeness.of(source, format: format) }
        }
    }

    /// Real maker notes lead libexif into code that a generated block never reaches.
    @Test("made of real ones are read without a crash", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
    func corpus() throws {
        let corpus = try Corpus()
        var random = Xorshift(state: 7)
        let reader = MetadataReader(zone: .fixed(.utc))
        for row in corpus.rows {
            let head = Array(try corpus.folder.read(row.path).prefix(20_000))
            guard let format = MediaSniffer.format(of: head) else { continue }
            for _ in 0..<30 {
                let source = MemoryByteSource(damage(head, &random))
                let now = Timestamp(seconds: 1 << 31)
                _ = try reader.read(source, format: format, modified: Timestamp(seconds: 0), now: now)
            }
        }
    }

    @Test("of boxes are judged without a crash or a loop")
    func boxes() throws {
        var random = Xorshift(state: 42)
        let good = (0..<20).flatMap { _ in [0, 0, 0, 16] + Array("moov".utf8) + [0, 0, 0, 0, 0, 0, 0, 1] as [UInt8] }
        for _ in 0..<3000 {
            _ = try Completeness.of(MemoryByteSource(damage(good, &random)), format: .mp4)
        }
    }

    @Test(
        "of containers made of real ones are read without a crash", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
    func containers() throws {
        let corpus = try Corpus()
        var random = Xorshift(state: 11)
        let reader = MetadataReader(zone: .fixed(.utc))
        for row in corpus.rows where row.size < 3_000_000 {
            let bytes = try corpus.folder.read(row.path)
            guard let format = MediaSniffer.format(of: bytes), ![.jpeg, .tiff].contains(format) else { continue }
            // The structures lie at the beginning or at the end; what lies between is media data.
            let ends = bytes.count < 40_000 ? bytes : Array(bytes.prefix(20_000) + bytes.suffix(20_000))
            for _ in 0..<40 {
                let source = MemoryByteSource(damage(ends, &random))
                _ = try reader.embedded(in: source, format: format)
                _ = try Completeness.of(source, format: format)
            }
        }
    }

    /// Changes some bytes, mostly to values at the edges, and cuts the end off now and then.
    private func damage(_ bytes: [UInt8], _ random: inout Xorshift) -> [UInt8] {
        var bytes = bytes
        for _ in 0...random.next() % 6 {
            let place = Int(random.next() % UInt64(bytes.count))
            bytes[place] = [0x00, 0xFF, 0x7F, 0x80, UInt8(truncatingIfNeeded: random.next())][Int(random.next() % 5)]
        }
        if random.next() % 4 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
        return bytes
    }
}

private struct Xorshift: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
