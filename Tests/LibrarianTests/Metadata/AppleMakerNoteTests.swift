import TestSupport
import Testing

@testable import librarian

@Suite("Apple's maker note")
struct AppleMakerNoteTests {
    /// One directory with a number and the identifier, whose text lies behind it.
    private static func note(_ identifier: String, maker: String = "Apple iOS\0") -> [UInt8] {
        let length = UInt8(identifier.utf8.count + 1)
        let entries: [UInt8] = [0, 1, 0, 9, 0, 0, 0, 1, 0, 0, 0, 14, 0, 0x11, 0, 2, 0, 0, 0, length, 0, 0, 0, 44]
        return Array(maker.utf8) + [0, 1] + Array("MM".utf8) + [0, 2] + entries + [0, 0, 0, 0] + Array(identifier.utf8)
            + [0]
    }

    @Test("gives the identifier that still and video of a Live Photo share, in upper case")
    func identifier() {
        #expect(AppleMakerNote.contentIdentifier(in: Self.note("0b1c-ffff")) == "0B1C-FFFF")
        #expect(AppleMakerNote.contentIdentifier(in: Self.note("0b1c-ffff", maker: "Apple tvOS")) == nil)
        for length in 0..<60 { _ = AppleMakerNote.contentIdentifier(in: Array(Self.note("0b1c-ffff").prefix(length))) }
    }

    @Test("is found in EXIF blocks and in raw files")
    func containers() throws {
        let file = TIFFBytes(
            order: .big,
            chain: [
                [
                    .text(0x010F, "Apple"),
                    .directory(TIFFTag.exifDirectory, [.bytes(0x927C, Self.note("0b1c-ffff"))]),
                ]
            ]
        ).bytes()
        #expect(try TIFFMetadataReader.read(MemoryByteSource(file)).contentIdentifier == "0B1C-FFFF")
        let jpeg = JPEGBytes(segments: [JPEGBytes.app1(file)])
        #expect(try JPEGMetadataReader.read(MemoryByteSource(jpeg.bytes)).contentIdentifier == "0B1C-FFFF")
    }
}
