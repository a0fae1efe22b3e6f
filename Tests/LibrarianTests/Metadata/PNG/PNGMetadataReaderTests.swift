import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The reader of PNGs")
struct PNGMetadataReaderTests {
    private static let exif = SampleExifBlock.full.bytes()
    private static let xmp = XMPPacketTests.packet(attributes: "xmp:CreateDate='2001-01-01'")
    private static let original = "2024:03:09 19:50:38"

    private func read(_ chunks: [UInt8]) throws -> EmbeddedMetadata {
        try PNGMetadataReader.read(MemoryByteSource(PNGBytes.file(chunks)))
    }

    @Test("finds EXIF in its own chunk, with or without JPEG's six bytes, and behind the image data")
    func exif() throws {
        let image = PNGBytes.chunk("IDAT", [UInt8](repeating: 7, count: 100_000))
        for prefix in ["", "Exif\0\0"] {
            let chunk = PNGBytes.chunk("eXIf", Array(prefix.utf8) + Self.exif)
            let source = MemoryByteSource(PNGBytes.file(image, chunk))
            let metadata = try PNGMetadataReader.read(source)
            #expect(metadata.exif.original.text == Self.original)
            #expect(metadata.problem == nil)
            #expect(source.bytesRead < 5000)
        }
        #expect(try read(PNGBytes.chunk("eXIf", [1, 2])).problem == "The EXIF block of the PNG cannot be decoded.")
    }

    @Test("finds XMP, compressed or not")
    func xmp() throws {
        let keyword = Array("XML:com.adobe.xmp\0".utf8)
        let plain = keyword + [0, 0] + Array("en\0\0".utf8) + Array(Self.xmp.utf8)
        let compressed = keyword + [1, 0, 0, 0] + PNGBytes.stored(Array(Self.xmp.utf8))
        for contents in [plain, compressed] {
            #expect(try read(PNGBytes.chunk("iTXt", contents)).xmp.digitizedByTool == "2001-01-01")
        }
    }

    @Test("finds the blocks that ImageMagick writes in hex")
    func rawProfiles() throws {
        func profile(_ kind: String, _ bytes: [UInt8]) throws -> EmbeddedMetadata {
            try read(PNGBytes.text("Raw profile type \(kind)", PNGBytes.rawProfile(kind, bytes)))
        }
        let (app1, header) = (Array("Exif\0\0".utf8) + Self.exif, Array("http://ns.adobe.com/xap/1.0/\0".utf8))
        #expect(try profile("exif", app1).exif.original.text == Self.original)
        #expect(try profile("exif", Self.exif).exif.original.text == Self.original)
        #expect(try profile("APP1", app1).exif.original.text == Self.original)
        #expect(try profile("APP1", header + Array(Self.xmp.utf8)).xmp.digitizedByTool == "2001-01-01")
        #expect(try profile("xmp", Array(Self.xmp.utf8)).xmp.digitizedByTool == "2001-01-01")
        let records: [UInt8] = [0x1C, 2, 55, 0, 8] + Array("20240309".utf8)
        #expect(try profile("iptc", records).iptc.dateCreated == "20240309")
        #expect(try profile("iptc", PhotoshopBytes.resource(1028, records)).iptc.dateCreated == "20240309")
        let text = Array(PNGBytes.rawProfile("exif", app1).utf8)
        let compressed = PNGBytes.chunk("zTXt", Array("Raw profile type exif\0".utf8) + [0] + PNGBytes.stored(text))
        #expect(try read(compressed).exif.original.text == Self.original)
        #expect(PNGRawProfile.bytes(of: Array("\nexif\n 3\n0a0Bxx".utf8)) == [10, 11])
        #expect(PNGRawProfile.bytes(of: Array("\nexif\n 1\n0a0b".utf8)) == [10])
        #expect(PNGRawProfile.bytes(of: Array("exif".utf8)).isEmpty)
    }

    @Test("finds the dates of PNG's own")
    func dates() throws {
        let metadata = try read(
            PNGBytes.text("Creation Time", "Sun, 22 May 2016 10:09:08 +0200")
                + PNGBytes.chunk("tIME", [0x07, 0xE8, 3, 11, 8, 0, 59]))
        let expected = [
            CaptureSource(rawValue: "PNG:CreationTime"): "2016:05:22 10:09:08+02:00",
            CaptureSource(rawValue: "ModifyDate:PNG"): "2024:03:11 08:00:59",
        ]
        #expect(metadata.containerDates == expected)
        #expect(try read(PNGBytes.chunk("tIME", [7, 0xE8, 3])).containerDates.isEmpty)
    }

    @Test("says when the end is missing, and uses what is there")
    func truncated() throws {
        let whole = PNGBytes.file(
            PNGBytes.text("Creation Time", "2016:05:22 10:09:08"), PNGBytes.chunk("eXIf", Self.exif))
        let metadata = try PNGMetadataReader.read(MemoryByteSource(whole.dropLast(30)))
        #expect(metadata.containerDates.values.first == "2016:05:22 10:09:08")
        #expect(metadata.exif.original.text == Self.original)
        #expect(metadata.problem == "The PNG ends before its end chunk.")
        for length in 0..<whole.count { _ = try PNGMetadataReader.read(MemoryByteSource(Array(whole.prefix(length)))) }
    }
}
