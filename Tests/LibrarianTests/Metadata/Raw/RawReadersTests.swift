import TestSupport
import Testing

@testable import librarian

@Suite("The readers of raw formats of their own")
struct RawReadersTests {
    private static let jpeg = JPEGBytes.with(.full).bytes
    private static let original = "2024:03:09 19:50:38"

    private static func big(_ number: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(number).bigEndian) { Array($0) }
    }

    private static func little(_ number: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(number).littleEndian) { Array($0) }
    }

    @Test("find the JPEG of a RAF where its header says, and nowhere else")
    func raf() throws {
        func file(start: Int) -> [UInt8] {
            let header = Array("FUJIFILMCCD-RAW ".utf8) + [UInt8](repeating: 0, count: 68)
            return header + Self.big(start) + Self.big(Self.jpeg.count) + [0, 0, 0, 0] + Self.jpeg
        }
        let metadata = try RAFMetadataReader.read(MemoryByteSource(file(start: 96)))
        #expect(metadata.exif.original.text == Self.original)
        #expect(metadata.problem == nil)
        for start in [95, 5_000_000] {
            let metadata = try RAFMetadataReader.read(MemoryByteSource(file(start: start)))
            #expect(metadata.problem == "The RAF file has no JPEG where its header says.")
        }
        #expect(try RAFMetadataReader.read(MemoryByteSource([])).problem != nil)
    }

    @Test("find the TIFF block of an MRW behind others")
    func mrw() throws {
        let tiff = SampleExifBlock.full.bytes()
        let blocks =
            Array("\0PRD".utf8) + Self.big(3) + [1, 2, 3] + Array("\0TTW".utf8) + Self.big(tiff.count) + tiff
        let metadata = try MRWMetadataReader.read(
            MemoryByteSource(Array("\0MRM".utf8) + Self.big(blocks.count) + blocks + [9, 9]))
        #expect(metadata.exif.original.text == Self.original)
        #expect(metadata.exif.place != nil)
        let short = try MRWMetadataReader.read(MemoryByteSource(Array("\0MRM".utf8) + Self.big(5) + blocks))
        #expect(short.problem == "The MRW file has no block with metadata.")
    }

    /// One heap with a heap inside, which has the value, or with the value in the record itself.
    private func crw(_ inner: [UInt8], heap tag: UInt16 = 0x300A) -> [UInt8] {
        let record = [UInt8(tag & 0xFF), UInt8(tag >> 8)] + Self.little(inner.count) + Self.little(0)
        return Array("II".utf8) + Self.little(26) + Array("HEAPCCDR".utf8) + [UInt8](repeating: 0, count: 12) + inner
            + [1, 0] + record + Self.little(inner.count)
    }

    @Test("find the time stamp of a CRW in a heap within the heap")
    func crwTime() throws {
        let value = Self.little(1_710_013_838) + Self.little(0) + Self.little(0)
        let far = value + [1, 0, 0x0E, 0x18] + Self.little(12) + Self.little(0) + Self.little(12)
        #expect(try CRWMetadataReader.read(MemoryByteSource(crw(far))).exif.original.text == Self.original)
        let near = [1, 0, 0x0E, 0x58] + Self.little(1_710_013_838) + Self.little(0) + Self.little(0)
        #expect(try CRWMetadataReader.read(MemoryByteSource(crw(near))).exif.original.text == Self.original)
        let unset = [1, 0, 0x0E, 0x58] + Self.little(0) + Self.little(0) + Self.little(0)
        #expect(try CRWMetadataReader.read(MemoryByteSource(crw(unset))).exif.original.text == nil)
        let cut = try CRWMetadataReader.read(MemoryByteSource(crw(far).dropLast(3)))
        #expect(cut.problem == "The CRW file's directory is damaged.")
    }

    @Test("survive CRW files damaged at any place")
    func crwDamage() throws {
        let whole = crw(Self.little(1) + [1, 0, 0x0E, 0x18] + Self.little(4) + Self.little(0) + Self.little(4))
        for place in whole.indices {
            for value in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
                var bytes = whole
                bytes[place] = value
                _ = try CRWMetadataReader.read(MemoryByteSource(bytes))
                _ = try CRWMetadataReader.read(MemoryByteSource(Array(bytes.prefix(place))))
            }
        }
    }

    @Test("find the JPEG among the pictures of an X3F")
    func x3f() throws {
        let raw = [UInt8](repeating: 7, count: 40)
        let pictures = Array("FOVb".utf8) + raw + [UInt8](repeating: 0, count: 28) + Self.jpeg
        func entry(_ start: Int, _ length: Int, _ kind: String) -> [UInt8] {
            Self.little(start) + Self.little(length) + Array(kind.utf8)
        }
        let directory =
            Array("SECd".utf8) + Self.little(0x20000) + Self.little(3) + entry(0, 44, "PROP") + entry(4, 40, "IMAG")
            + entry(44, 28 + Self.jpeg.count, "IMA2")
        let file = pictures + directory + Self.little(pictures.count)
        #expect(try X3FMetadataReader.read(MemoryByteSource(file)).exif.original.text == Self.original)
        #expect(try X3FMetadataReader.read(MemoryByteSource([])) == EmbeddedMetadata())
        for length in stride(from: 0, to: file.count, by: 7) {
            _ = try X3FMetadataReader.read(MemoryByteSource(Array(file.suffix(length))))
        }
    }
}
