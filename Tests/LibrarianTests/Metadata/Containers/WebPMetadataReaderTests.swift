import TestSupport
import Testing

@testable import librarian

@Suite("The reader of WebP")
struct WebPMetadataReaderTests {
    private func chunk(_ name: String, _ contents: [UInt8]) -> [UInt8] {
        let length = withUnsafeBytes(of: UInt32(contents.count).littleEndian) { Array($0) }
        return Array(name.utf8) + length + contents + (contents.count % 2 == 0 ? [] : [0])
    }

    private func file(_ chunks: [UInt8]...) -> [UInt8] {
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8) + chunks.flatMap { $0 }
    }

    @Test("finds EXIF with and without JPEG's six bytes, and XMP by either name, behind the picture")
    func all() throws {
        let xmp = Array(XMPPacketTests.packet(attributes: "xmp:CreateDate='2001-01-01'").utf8)
        for (prefix, name) in [("", "XMP "), ("Exif\0\0", "XMP\0")] {
            let source = MemoryByteSource(
                file(
                    chunk("VP8 ", [UInt8](repeating: 1, count: 99_999)),
                    chunk("EXIF", Array(prefix.utf8) + SampleExifBlock.full.bytes()), chunk(name, xmp)))
            let metadata = try WebPMetadataReader.read(source)
            #expect(metadata.exif.original.text == "2024:03:09 19:50:38")
            #expect(metadata.xmp.digitizedByTool == "2001-01-01")
            #expect(metadata.problem == nil)
            #expect(source.bytesRead < 5000)
        }
    }

    @Test("says what is damaged")
    func damage() throws {
        let cut = try WebPMetadataReader.read(MemoryByteSource(file(chunk("VP8 ", [1, 2, 3, 4])).dropLast(2)))
        #expect(cut.problem == "The WebP ends within a chunk.")
        let garbage = try WebPMetadataReader.read(MemoryByteSource(file(chunk("EXIF", [1, 2]))))
        #expect(garbage.problem == "The EXIF block of the WebP cannot be decoded.")
    }
}
