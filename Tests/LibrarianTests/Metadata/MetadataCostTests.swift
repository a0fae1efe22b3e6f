import FactoryCore
import TestSupport
import Testing

@testable import librarian

/// What it costs to learn a file's metadata, its completeness included. Times are printed and not judged: they are
/// those of this build and this machine.
@Suite("The cost of metadata", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct MetadataCostTests {
    /// The first 80 KB are read anyway; more reads than these go to media data, or to small structures one by one.
    @Test(
        "is next to no reads for photos and videos of the common formats",
        arguments: [(MediaFormat.jpeg, 1), (.heic, 2), (.mov, 2)])
    func reads(format: MediaFormat, most: Int) throws {
        let corpus = try Corpus()
        var costs: [(reads: Int, time: Duration)] = []
        for row in corpus.rows where row["class"] != "corrupt" {
            let bytes = try corpus.folder.read(row.path)
            guard MediaSniffer.format(of: bytes) == format else { continue }
            costs.append(try cost(of: bytes, format))
        }
        try #require(costs.count > 5)
        let reads = costs.map(\.reads).sorted()
        let times = costs.map(\.time).sorted()
        let (middle, late) = (costs.count / 2, costs.count * 99 / 100)
        print("\(format.rawValue): \(costs.count) files, \(times[middle]) each, \(times[late]) at the 99th percentile;")
        print("    \(reads[middle]) reads besides the first, \(reads[late]) at the 99th percentile")
        #expect(reads[middle] <= most)
    }

    private func cost(of bytes: [UInt8], _ format: MediaFormat) throws -> (reads: Int, time: Duration) {
        let source = HeadedByteSource(bytes)
        let time = try ContinuousClock().measure {
            _ = try Completeness.of(source, format: format)
            _ = try MetadataReader().embedded(in: source, format: format)
        }
        return (source.reads, time)
    }
}
