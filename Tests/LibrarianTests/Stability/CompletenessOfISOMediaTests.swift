import Testing

@testable import librarian

@Suite("Completeness of box-structured files")
struct CompletenessOfISOMediaTests {
    private func box(_ type: String, size: UInt32? = nil, body: Int = 8) -> [UInt8] {
        let size = size ?? UInt32(8 + body)
        return withUnsafeBytes(of: size.bigEndian) { Array($0) } + Array(type.utf8) + Array(repeating: 1, count: body)
    }

    private func check(_ boxes: [UInt8]..., format: MediaFormat = .mp4) throws -> Completeness {
        try Completeness.of(MemoryByteSource(Array(boxes.joined())), format: format)
    }

    @Test("is there when the last box ends with the file and one explains the others")
    func complete() throws {
        #expect(try check(box("ftyp"), box("mdat"), box("moov")) == .complete)
        #expect(try check(box("ftyp"), box("moov"), box("mdat", size: 0)) == .complete)
        #expect(try check(box("ftyp"), box("meta"), box("mdat"), format: .heic) == .complete)
        let long: [UInt8] = [0, 0, 0, 1] + Array("mdat".utf8) + [0, 0, 0, 0, 0, 0, 0, 20, 5, 5, 5, 5]
        #expect(try check(box("moov"), long) == .complete)
    }

    @Test("is not denied for what some devices append")
    func trailers() throws {
        #expect(try check(box("moov"), box("mdat"), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) == .complete)
        #expect(try check(box("moov"), box("mdat"), [1, 2, 3]) == .complete)
    }

    @Test("lacks when the last box goes on beyond the end")
    func cut() throws {
        #expect(
            try check(box("ftyp"), box("moov"), box("mdat", size: 100))
                == .incomplete("The file ends inside its box mdat: 16 of 100 bytes are there."))
        let wild: [UInt8] = [0, 0, 0, 1] + Array("mdat".utf8) + Array(repeating: 0xFF, count: 8)
        #expect(try check(box("moov"), wild) != .complete)
    }

    @Test("lacks while the explaining box has not arrived")
    func withoutIndex() throws {
        #expect(try check(box("ftyp"), box("mdat")) != .complete)
        #expect(try check(box("ftyp"), box("mdat", size: 0)) != .complete)
        #expect(try check(box("ftyp"), box("mdat"), Array(repeating: 0, count: 1000)) != .complete)
        #expect(try check(box("ftyp"), [0, 0, 0, 5] + Array("moov".utf8)) != .complete)
    }

    @Test("costs one short read a box")
    func frugal() throws {
        let source = MemoryByteSource(box("moov") + box("mdat", body: 1_000_000))
        #expect(try Completeness.of(source, format: .mov) == .complete)
        #expect(source.bytesRead == 32)
    }
}
