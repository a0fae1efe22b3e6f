import FactoryCore
import TestSupport
import Testing

@testable import librarian

/// Compares our own walk over EXIF blocks with libexif's decoding of them.
@Suite("EXIF by the walk and by libexif", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct ExifDecodersTests {
    @Test("is the same over the corpus, as far as libexif reads it")
    func corpus() throws {
        let corpus = try Corpus()
        var blocks = 0
        var differences: [String] = []
        for row in corpus.rows {
            let source = MemoryByteSource(try corpus.folder.read(row.path))
            guard MediaSniffer.format(of: source.bytes) == .jpeg else { continue }
            for segment in try JPEGSegments(of: source).segments where segment.marker == JPEGMarker.app1 {
                let contents = try source.read(at: segment.contents.lowerBound, count: segment.contents.count)
                guard JPEGBlock(marker: segment.marker, contents: contents) == .exif else { continue }
                blocks += 1
                let tiff = contents.dropFirst(JPEGBlock.exif.headerLength)
                for difference in try self.differences(tiff) { differences.append("\(row.path): \(difference)") }
            }
        }
        #expect(blocks > 80)
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    private func differences(_ tiff: ArraySlice<UInt8>) throws -> [String] {
        guard let block = ExifBlock(tiff: tiff), !block.isEmpty else { return [] }
        let libexif = ExifFields(block)
        guard let walk = try TIFFStructure(ByteArraySource(Array(tiff))) else { return ["the walk reads nothing"] }
        let own = try ExifFields(walk)
        let pairs: [(String, String?, String?)] = [
            ("original", own.original.text, libexif.original.text),
            ("its decimals", own.original.subSeconds, libexif.original.subSeconds),
            ("its offset", own.original.offset, libexif.original.offset),
            ("digitized", own.digitized.text, libexif.digitized.text),
            ("modified", own.modified.text, libexif.modified.text),
            ("time of satellites", own.satelliteTime, libexif.satelliteTime),
            ("place", own.place?.json, libexif.place?.json),
        ]
        return pairs.filter { $0.2 != nil && $0.1 != $0.2 }.map { "\($0.0): \($0.1 ?? "nothing") and \($0.2 ?? "")" }
    }
}
