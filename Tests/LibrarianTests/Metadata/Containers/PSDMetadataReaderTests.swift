import TestSupport
import Testing

@testable import librarian

@Suite("The reader of Photoshop files")
struct PSDMetadataReaderTests {
    private func file(colours: Int = 3, _ resources: [UInt8]) -> [UInt8] {
        Array("8BPS\0\u{1}".utf8) + [UInt8](repeating: 0, count: 20) + [0, 0, 0, UInt8(colours)]
            + [UInt8](repeating: 9, count: colours) + [
                0, 0, UInt8(resources.count >> 8), UInt8(resources.count & 0xFF),
            ]
            + resources
    }

    @Test("finds EXIF, XMP and IPTC among the image resources")
    func all() throws {
        let xmp = Array(XMPPacketTests.packet(attributes: "xmp:CreateDate='2001-01-01'").utf8)
        let iptc: [UInt8] = [0x1C, 2, 55, 0, 8] + Array("20240309".utf8)
        let resources =
            PhotoshopBytes.resource(1005, name: "ab", [1, 2, 3]) + PhotoshopBytes.resource(1028, name: "a", iptc)
            + PhotoshopBytes.resource(1058, SampleExifBlock.full.bytes()) + PhotoshopBytes.resource(1060, xmp)
        let metadata = try PSDMetadataReader.read(MemoryByteSource(file(resources)))
        #expect(metadata.exif.original.text == "2024:03:09 19:50:38")
        #expect(metadata.xmp.digitizedByTool == "2001-01-01")
        #expect(metadata.iptc.dateCreated == "20240309")
        #expect(metadata.problem == nil)
    }

    @Test("says when the file ends too early")
    func truncated() throws {
        let whole = file(PhotoshopBytes.resource(1058, SampleExifBlock.full.bytes()))
        let cut = try PSDMetadataReader.read(MemoryByteSource(whole.dropLast(20)))
        #expect(cut.exif.original.text == "2024:03:09 19:50:38")
        #expect(cut.problem == "The Photoshop file ends within its image resources.")
        let head = try PSDMetadataReader.read(MemoryByteSource(Array(whole.prefix(30))))
        #expect(head.problem == "The Photoshop file ends before its image resources.")
    }
}
