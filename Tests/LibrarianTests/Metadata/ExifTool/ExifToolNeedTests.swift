import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("ExifTool is asked")
struct ExifToolNeedTests {
    @Test("about formats that no reader of ours reads, and about no other that told something")
    func formats() {
        let rare: Set<MediaFormat> = [.exr, .mpegPS, .flv, .ogv, .dv, .realMedia]
        var full = EmbeddedMetadata()
        full.exif.original.text = "2020:01:02 03:04:05"
        full.movie.texts = [.h264Original: "2020:01:02 03:04:05"]
        for format in MediaFormat.allCases {
            #expect(ExifToolRules.isNeeded(for: format, full) == rare.contains(format), "\(format)")
            let isNeeded = ExifToolRules.isNeeded(for: format, EmbeddedMetadata())
            #expect(isNeeded == (rare.contains(format) || [.crw, .x3f, .mpegTS].contains(format)), "\(format)")
        }
    }

    @Test("about compressed metadata of JPEG XL", arguments: [("Exif", true), ("xml ", true), ("jumb", false)])
    func compressed(type: String, isNeeded: Bool) throws {
        let signature = [0, 0, 0, 12] + Array("JXL \r\n".utf8) + [0x87, 0x0A]
        let box = [0, 0, 0, 16] + Array("brob\(type)".utf8) + [1, 2, 3, 4]
        let found = try MetadataReader().embedded(in: MemoryByteSource(signature + box), format: .jxl)
        #expect(ExifToolRules.isNeeded(for: .jxl, found) == isNeeded)
        #expect(found.problem == nil)
    }

    @Test("about a TIFF in which our walk finds no directory")
    func directories() throws {
        let reader = MetadataReader()
        let empty = MemoryByteSource([0x49, 0x49, 42, 0, 0xFF, 0xFF, 0, 0])
        #expect(ExifToolRules.isNeeded(for: .tiff, try reader.embedded(in: empty, format: .tiff)))
        let block = MemoryByteSource([
            0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0,
        ])
        let found = try reader.embedded(in: block, format: .tiff)
        #expect(found.problem == nil)
        #expect(!ExifToolRules.isNeeded(for: .tiff, found))
    }

    /// Through a worker, as the librarian does it, with a process that counts.
    @Test("about none of the corpus that we read", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
    func corpus() async throws {
        let corpus = try Corpus()
        try await withTemporaryFolder { folder in
            let standIn = try StandIn("answer $n '2020:01:02 03:04:05'", in: folder)
            let inbox = try Folder.open(corpus.folder.path)
            let exifTool = standIn.exifTool(answerWithin: .seconds(10))
            let examiner = try Examiner(
                Examiner.Setting(
                    inbox: inbox, metadataReader: MetadataReader(), exifTool: exifTool, incompleteAfter: .zero,
                    clock: SystemClock(), stop: StopSignal()))
            let files = try corpus.rows.compactMap { row -> StableFile? in
                guard let path = RelativePath(row.path) else { return nil }
                return try inbox.folder(path.folders).stamp(path.name).map { StableFile(path: path, stamp: $0) }
            }
            #expect(files.count > 250)
            let examined = await examiner.examine(files)
            #expect(examined.count == files.count)
            let asked = try standIn.asked()
            print("ExifTool was asked about: \(asked)")
            let rows = corpus.rows.filter { row in asked.contains { $0.hasSuffix("/\(row.path)") } }
            #expect(rows.count == asked.count)
            // A damaged file may have nothing that can be read, whatever its format.
            let whole = rows.filter { $0["class"] != "corrupt" }.map(\.format)
            #expect(Set(whole).isSubset(of: ["X3F", "CRW", "JXL", "M2TS"]), "\(whole)")
        }
    }
}
