import Testing

@testable import librarian

@Suite("The reader of GIFs")
struct GIFMetadataReaderTests {
    private static let header = Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0] + [UInt8](repeating: 9, count: 6)
    /// With a table of four colours of its own, and two blocks.
    private static let image: [UInt8] =
        [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0x81] + [UInt8](repeating: 9, count: 12) + [2, 2, 0x21, 0x3B, 1, 7, 0]
    private static let xmp =
        [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8)
        + Array(XMPPacketTests.packet(attributes: "xmp:CreateDate='2001-01-01'").utf8)
        + [1] + (0...255).reversed().map { UInt8($0) } + [0]
    private static let comment: [UInt8] = [0x21, 0xFE, 3, 1, 2, 3, 0]

    private func read(_ parts: [UInt8]...) throws -> EmbeddedMetadata {
        try GIFMetadataReader.read(MemoryByteSource(Self.header + parts.flatMap { $0 }))
    }

    @Test("finds XMP before or behind the pictures")
    func xmp() throws {
        let loop: [UInt8] = [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
        for parts in [Self.comment + Self.xmp + Self.image, loop + Self.image + Self.comment + Self.xmp] {
            let metadata = try read(parts, [0x3B])
            #expect(metadata.xmp.digitizedByTool == "2001-01-01")
            #expect(metadata.problem == nil)
        }
        #expect(try read(Self.image, [0x3B]) == EmbeddedMetadata())
    }

    @Test("says where a file is damaged or ends")
    func damage() throws {
        #expect(try read(Self.image).problem == "The GIF ends before its trailer.")
        #expect(try read(Self.image, [7]).problem == "The GIF is damaged at byte \(19 + Self.image.count).")
        #expect(try GIFMetadataReader.read(MemoryByteSource([1])).problem == "The GIF ends within its header.")
        let whole = Self.header + Self.image + Self.xmp
        for length in 0..<whole.count { _ = try GIFMetadataReader.read(MemoryByteSource(Array(whole.prefix(length)))) }
    }
}
