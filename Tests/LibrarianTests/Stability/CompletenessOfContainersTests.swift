import Testing

@testable import librarian

@Suite("Completeness of other containers")
struct CompletenessOfContainersTests {
    private func check(_ bytes: [UInt8], _ format: MediaFormat) throws -> Completeness {
        try Completeness.of(MemoryByteSource(bytes), format: format)
    }

    private func chunk(_ type: String, _ contents: [UInt8]) -> [UInt8] {
        ISOBytes.number(UInt32(contents.count)) + Array(type.utf8) + contents + [1, 2, 3, 4]
    }

    private var png: [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", [1, 2, 3]) + chunk("IDAT", [4, 5, 6, 7])
            + [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
    }

    @Test("of a PNG is told by its last chunk")
    func pngs() throws {
        let source = MemoryByteSource(png)
        #expect(try Completeness.of(source, format: .png) == .complete)
        #expect(source.bytesRead == 12)
        #expect(try check(png + Array("more".utf8), .png) == .complete)
        for length in 1..<png.count { #expect(try check(Array(png.prefix(length)), .png) != .complete) }
        let reserved = Array(png.prefix(33)) + [UInt8](repeating: 0, count: 1000)
        #expect(try check(Array(png.dropLast(12)) + reserved.suffix(500), .png) != .complete)
        // A damaged type is no reason to wait.
        #expect(try check(Array(png.prefix(8)) + chunk("ID?T", [1, 2]) + [9], .png) == .complete)
    }

    @Test("of a GIF is told by its blocks")
    func gifs() throws {
        let screen = Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0] + [UInt8](repeating: 9, count: 6)
        let comment: [UInt8] = [0x21, 0xFE, 2, 65, 66, 0]
        let picture: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0x80, 1, 2, 3, 4, 5, 6, 2, 2, 0x4C, 0x01, 0]
        let whole = screen + comment + picture
        #expect(try check(whole + [0x3B], .gif) == .complete)
        #expect(try check(whole + [0x3B, 0, 0], .gif) == .complete)
        #expect(try check(whole, .gif) == .complete)
        let boundaries = [screen.count, screen.count + comment.count]
        for length in 1..<whole.count where !boundaries.contains(length) {
            #expect(try check(Array(whole.prefix(length)), .gif) != .complete, "\(length)")
        }
    }

    @Test("of a RIFF file is told by the size that it states", arguments: [MediaFormat.webp, .avi])
    func riff(format: MediaFormat) throws {
        func file(_ stated: UInt32, _ count: Int) -> [UInt8] {
            Array("RIFF".utf8) + withUnsafeBytes(of: stated.littleEndian) { Array($0) }
                + [UInt8](repeating: 1, count: count - 8)
        }
        #expect(try check(file(92, 100), format) == .complete)
        #expect(try check(file(92, 200), format) == .complete)
        // Some writers count all bytes.
        #expect(try check(file(100, 100), format) == .complete)
        #expect(try check(file(0, 100), format) == .complete && check(file(.max, 100), format) == .complete)
        #expect(
            try check(file(992, 100), format)
                == .incomplete("The file has 100 of the 1000 bytes that it says it has."))
    }

    @Test("of JPEG XL and JPEG 2000 is told by their boxes, and granted to pictures without any")
    func boxes() throws {
        for (format, name) in [(MediaFormat.jxl, "jxlc"), (.jxl, "jxlp"), (.jp2, "jp2c")] {
            #expect(try check(ISOBytes.box("ftyp", [1]) + ISOBytes.box(name, [1, 2]), format) == .complete)
            #expect(try check(ISOBytes.box("ftyp", [1]) + ISOBytes.box(name, [1, 2], size: 99), format) != .complete)
            #expect(try check(ISOBytes.box("ftyp", [1]), format) != .complete)
        }
        #expect(try check([0xFF, 0x0A, 1, 2, 3], .jxl) == .complete)
        #expect(try check([0xFF, 0x4F, 0xFF, 0x51], .jp2) == .complete)
    }

    @Test("of Matroska is told by its segment's size, unless that is left open")
    func matroska() throws {
        let header: [UInt8] = [0x1A, 0x45, 0xDF, 0xA3, 0x82, 1, 2]
        let segment: [UInt8] = [0x18, 0x53, 0x80, 0x67]
        #expect(try check(header + segment + [0x83, 1, 2, 3], .matroska) == .complete)
        #expect(try check(header + segment + [0x84, 1, 2, 3], .webm) != .complete)
        #expect(try check(header + segment + [0xFF, 1, 2, 3], .matroska) == .complete)
        #expect(try check(header, .matroska) == .complete)
    }
}
