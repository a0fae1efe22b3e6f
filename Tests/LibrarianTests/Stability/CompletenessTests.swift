import Testing

@testable import librarian

@Suite("Completeness")
struct CompletenessTests {
    private func check(_ bytes: [UInt8], _ format: MediaFormat = .jpeg) throws -> Completeness {
        try Completeness.of(MemoryByteSource(bytes), format: format)
    }

    @Test("of a JPEG is told from its last two bytes, without reading the others")
    func fastPath() throws {
        let source = MemoryByteSource(JPEGBytes.with(.full).bytes)
        #expect(try Completeness.of(source, format: .jpeg) == .complete)
        #expect(source.bytesRead == 2)
    }

    @Test("of a JPEG with something behind it is told from its end marker")
    func trailer() throws {
        var jpeg = JPEGBytes.with(.full)
        jpeg.trailer = Array("a motion photo's video".utf8)
        #expect(try check(jpeg.bytes) == .complete)
        jpeg.scan = Array(repeating: 9, count: 200_000)
        #expect(try check(jpeg.bytes) == .complete)
    }

    @Test("of a progressive JPEG takes the headers of further scans for what they are")
    func scans() throws {
        var jpeg = JPEGBytes.with(.full)
        jpeg.trailer = [0]
        // A Huffman table whose contents look like an end marker.
        jpeg.scan += [0xFF, 0xC4, 0, 6, 0xFF, 0xD9, 1, 2, 0xFF, 0xDA, 0, 3, 1, 5, 5, 0xFF, 0xFF]
        #expect(try check(jpeg.bytes) == .complete)
        jpeg.end = []
        #expect(try check(jpeg.bytes) == .incomplete("The JPEG ends before its end marker."))
    }

    @Test("of a JPEG passes over fill bytes of any number, wherever the blocks end in which it is read")
    func fillBytes() throws {
        var jpeg = JPEGBytes.with(.full)
        jpeg.trailer = [0]
        for data in [0, 65_500, 65_536] {
            for count in 0..<70 {
                jpeg.scan = Array(repeating: 9, count: data) + Array(repeating: 0xFF, count: count)
                jpeg.end = [0xFF, 0xD9]
                #expect(try check(jpeg.bytes) == .complete, "\(count) behind \(data)")
                // Stuffed, the last of them is image data.
                jpeg.end = [0xFF, 0x00, 0x07]
                #expect(try check(jpeg.bytes) != .complete, "\(count) behind \(data)")
            }
        }
    }

    @Test("lacks in a JPEG that was cut at any place behind the start")
    func cut() throws {
        var jpeg = JPEGBytes.with(.full)
        // A whole small JPEG in the header, as thumbnails are.
        jpeg.segments.append((0xE2, JPEGBytes().bytes + [0]))
        let bytes = jpeg.bytes
        let thumbnailEnd = jpeg.header.count - 1
        for length in 3..<bytes.count where length != thumbnailEnd {
            #expect(try check(Array(bytes.prefix(length))) != .complete)
        }
    }

    @Test("lacks in a JPEG whose tail was only reserved")
    func reserved() throws {
        let bytes = JPEGBytes.with(.full).bytes
        for length in [20, 100, bytes.count - 10] {
            let reserved = Array(bytes.prefix(length)) + Array(repeating: 0, count: 100_000)
            #expect(try check(reserved) != .complete)
        }
    }

    @Test("lacks in every empty file", arguments: MediaFormat.allCases)
    func empty(format: MediaFormat) throws {
        #expect(try check([], format) == .incomplete("The file is empty."))
    }

    @Test("is granted to formats whose structure does not tell")
    func others() throws {
        #expect(try check([1], .bmp) == .complete)
    }
}
