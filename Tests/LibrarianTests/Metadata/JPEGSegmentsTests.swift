import Testing

@testable import librarian

@Suite("The walk over a JPEG's segments")
struct JPEGSegmentsTests {
    private func walk(_ bytes: [UInt8]) throws -> JPEGSegments {
        try JPEGSegments(of: MemoryByteSource(bytes))
    }

    @Test("lists the segments up to the image data")
    func lists() throws {
        let jpeg = JPEGBytes.with(.full)
        let walk = try walk(jpeg.bytes)
        #expect(walk.segments.map(\.marker) == [0xE0, 0xE1, 0xDB])
        #expect(walk.segments.map(\.contents.count) == jpeg.segments.map(\.contents.count))
        #expect(walk.ending == .startOfScan(at: jpeg.header.count))
    }

    @Test("passes over fill bytes, stray bytes and markers without contents")
    func skips() throws {
        let walk = try walk([
            0xFF, 0xD8, 0xFF, 0xFF, 0xFF, 0xFE, 0, 3, 9, 5, 5, 0xFF, 0, 0xFF, 0x01, 0xFF, 0xFE, 0, 2, 0xFF, 0xDA,
        ])
        #expect(walk.segments.map(\.contents) == [8..<9, 19..<19])
        #expect(walk.ending == .startOfScan(at: 19))
    }

    @Test("ends where the header does, however it does")
    func endings() throws {
        #expect(try walk([0xFF, 0xD8]).ending == .endOfFile)
        #expect(try walk([0xFF, 0xD8, 0xFF]).ending == .endOfFile)
        #expect(try walk([0xFF, 0xD8, 0xFF, 0xD9]).ending == .endOfImage)
        #expect(try walk([0xFF, 0xD8, 0xFF, 0xE1, 0, 1, 7, 7]).ending == .damaged(at: 2))
        #expect(try walk([0xFF, 0xD8] + Array(repeating: 0, count: 10_000)).ending == .damaged(at: 2))
        #expect(try walk([0xFF, 0xD8] + Array(repeating: 0xFF, count: 10_000)).ending == .damaged(at: 2))
    }

    @Test("gives up where stray bytes are the rule, but not where image data begin as they should")
    func searches() throws {
        let stray = Array(repeatElement([5, 0xFF, 0xFE, 0, 2] as [UInt8], count: 64).joined())
        #expect(try walk([0xFF, 0xD8] + stray + [0xFF, 0xDA, 0, 2]).ending == .startOfScan(at: 322))
        #expect(try walk([0xFF, 0xD8] + stray + [5, 0xFF, 0xDA, 0, 2]).ending == .damaged(at: 322))
    }

    @Test("cuts a segment that promises more than the file has")
    func cuts() throws {
        let walk = try walk([0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1, 2, 3])
        #expect(walk.segments.map(\.contents) == [6..<9])
        #expect(walk.ending == .endOfFile)
    }

    @Test("stops after some thousand segments")
    func bounded() throws {
        let comments = [[UInt8]](repeating: [0xFF, 0xFE, 0, 2], count: 100_000)
        let endless = [0xFF, 0xD8] + Array(comments.joined())
        let walk = try walk(endless)
        #expect(walk.segments.count == 4096)
        #expect(walk.ending == .damaged(at: 2 + 4096 * 4))
    }
}
