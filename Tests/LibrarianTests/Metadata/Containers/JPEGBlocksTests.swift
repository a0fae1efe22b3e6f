import TestSupport
import Testing

@testable import librarian

@Suite("The blocks of a JPEG beside EXIF")
struct JPEGBlocksTests {
    private static let header = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
    private static let photoshop = Array("Photoshop 3.0\0".utf8)

    private func read(_ segments: (marker: UInt8, contents: [UInt8])...) throws -> EmbeddedMetadata {
        try JPEGMetadataReader.read(MemoryByteSource(JPEGBytes(segments: segments).bytes))
    }

    private func packet(_ attributes: String) -> [UInt8] {
        Array(XMPPacketTests.packet(attributes: attributes).utf8)
    }

    @Test("are XMP, EXIF in any order, and IPTC that goes over several segments")
    func all() throws {
        let records: [UInt8] = [0x1C, 2, 55, 0, 8] + Array("20240309".utf8)
        let resources = PhotoshopBytes.resource(1000, [1]) + PhotoshopBytes.resource(1028, records)
        let metadata = try read(
            JPEGBytes.jfif, (0xED, Self.photoshop + resources.prefix(30)),
            (0xE1, Self.header + packet("xmp:CreateDate='2001-01-01'")), (0xE2, Array("ICC_PROFILE\0".utf8)),
            JPEGBytes.app1(SampleExifBlock.full.bytes()), (0xED, Self.photoshop + resources.dropFirst(30)))
        #expect(metadata.exif.original.text == "2024:03:09 19:50:38")
        #expect(metadata.xmp.digitizedByTool == "2001-01-01")
        #expect(metadata.iptc.dateCreated == "20240309")
        #expect(metadata.problem == nil)
    }

    private func part(_ bytes: [UInt8], at offset: Int, of whole: Int, digest: Character = "A") -> (UInt8, [UInt8]) {
        let numbers = [whole, offset].flatMap { number in
            withUnsafeBytes(of: UInt32(number).bigEndian) { Array($0) }
        }
        let name = Array("http://ns.adobe.com/xmp/extension/\0\(String(repeating: digest, count: 32))".utf8)
        return (0xE1, name + numbers + bytes)
    }

    @Test("may be extended XMP, whose parts come in any order, when the main packet has no date")
    func extended() throws {
        let whole = packet("exif:DateTimeOriginal='2002-02-02'")
        let parts = [
            part(Array(whole[100...]), at: 100, of: whole.count),
            part(Array(whole[..<100]), at: 0, of: whole.count), part([1, 2], at: 0, of: 2, digest: "B"),
        ]
        let plain = (UInt8(0xE1), Self.header + packet("xmp:ModifyDate='2003-03-03'"))
        let extended = try read(plain, parts[0], parts[1], parts[2])
        #expect(extended.xmp.original == "2002-02-02")
        #expect(extended.xmp.modified == "2003-03-03")
        let dated = (UInt8(0xE1), Self.header + packet("xmp:CreateDate='2003-03-03'"))
        #expect(try read(dated, parts[0], parts[1]).xmp.original == nil)
        #expect(try read(plain, parts[0]).xmp.original == nil)
    }

    @Test("are found by a walk where libexif finds nothing")
    func walk() throws {
        // BigTIFF is no EXIF by the standard, and unknown to libexif.
        let block = TIFFBytes(magic: 43, chain: [[.text(0x9003, "2024:03:09 19:50:38")]]).bytes()
        let metadata = try read(JPEGBytes.app1(block))
        #expect(metadata.exif.original.text == "2024:03:09 19:50:38")
        #expect(metadata.problem == nil)
    }
}
