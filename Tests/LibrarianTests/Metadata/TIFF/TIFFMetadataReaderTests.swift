import FactoryCore
import Testing

@testable import librarian

@Suite("The reader of TIFF and its kin")
struct TIFFMetadataReaderTests {
    private static let xmp = Array(XMPPacketTests.packet(attributes: "xmp:CreateDate='2001-01-01'").utf8)

    private func fraction(_ file: TIFFBytes, _ numbers: UInt32...) -> [UInt8] {
        numbers.flatMap { file.number($0) + file.number(UInt32(1)) }
    }

    /// A file with everything that is read.
    private func full(_ order: ByteOrder, _ magic: UInt16) -> TIFFBytes {
        var file = TIFFBytes(order: order, magic: magic, chain: [])
        let iptc: [UInt8] = [0x1C, 2, 55, 0, 8] + Array("20240309".utf8)
        file.chain = [
            [
                .text(0x0132, "2024:03:11 08:00:00"), .bytes(TIFFTag.xmp, Self.xmp), .bytes(TIFFTag.iptc, iptc),
                .directory(TIFFTag.exifDirectory, [.text(0x9003, "2024:03:09 19:50:38"), .text(0x9291, "86")]),
                .directory(
                    TIFFTag.gpsDirectory,
                    [
                        .text(1, "S"), .init(tag: 2, value: .block(type: 5, fraction(file, 33, 30, 0))),
                        .text(3, "E"), .init(tag: 4, value: .block(type: 5, fraction(file, 151, 15, 0))),
                        .init(tag: 7, value: .block(type: 5, fraction(file, 10, 50, 36))), .text(0x1D, "2024:03:09"),
                    ]),
            ]
        ]
        return file
    }

    private func read(_ file: TIFFBytes) throws -> EmbeddedMetadata {
        try TIFFMetadataReader.read(MemoryByteSource(file.bytes()))
    }

    @Test(
        "reads either byte order and every dialect",
        arguments: [ByteOrder.little, .big], [42, 43, 0x4F52, 0x5352, 0x55, 0x01BC] as [UInt16])
    func dialects(order: ByteOrder, magic: UInt16) throws {
        let metadata = try read(full(order, magic))
        #expect(metadata.exif.original == ExifDate(text: "2024:03:09 19:50:38", subSeconds: "86"))
        #expect(metadata.exif.modified.text == "2024:03:11 08:00:00")
        #expect(metadata.exif.place == GeoPoint(latitude: -33.5, longitude: 151.25))
        #expect(metadata.exif.satelliteTime == "2024:03:09 10:50:36.000000")
        #expect(metadata.xmp.digitizedByTool == "2001-01-01")
        #expect(metadata.iptc.dateCreated == "20240309")
        #expect(metadata.problem == nil)
    }

    @Test("finds the original in a sub-directory or a further one, the right place going before")
    func places() throws {
        func original(_ chain: [[TIFFBytes.Entry]]) throws -> String? {
            try read(TIFFBytes(chain: chain)).exif.original.text
        }
        let (first, second) = (TIFFBytes.Entry.text(0x9003, "2001"), TIFFBytes.Entry.text(0x9003, "2002"))
        #expect(try original([[.directory(TIFFTag.subDirectories, [.text(1, "x")], [first])], [second]]) == "2001")
        #expect(try original([[.text(1, "x")], [second]]) == "2002")
        #expect(try original([[first, .directory(TIFFTag.exifDirectory, [second])]]) == "2002")
        #expect(try original([[first], [.directory(TIFFTag.exifDirectory, [.text(0x9003, "2003")])]]) == "2003")
    }

    @Test("takes Photoshop's resources and the JPEG that Panasonic puts inside")
    func blocks() throws {
        let iptc: [UInt8] = [0x1C, 2, 55, 0, 8] + Array("20240309".utf8) + [0x1C, 2, 60, 0, 6] + Array("195038".utf8)
        let resources = PhotoshopBytes.resource(1028, iptc)
        let photoshop = try read(TIFFBytes(chain: [[.bytes(TIFFTag.photoshop, resources)]]))
        #expect(photoshop.iptc == IPTCFields(dateCreated: "20240309", timeCreated: "195038"))
        let jpeg = JPEGBytes.with(.full).bytes
        let panasonic = try read(TIFFBytes(magic: 0x55, chain: [[.bytes(TIFFTag.panasonicJPEG, jpeg)]]))
        #expect(panasonic.exif.original.text == "2024:03:09 19:50:38")
    }

    @Test("ends where directories lead in a circle")
    func circle() throws {
        var bytes = TIFFBytes(chain: [[.text(0x9003, "2001")]]).bytes()
        // The last four bytes of the directory, before the text of five bytes, lead to the next one.
        bytes.replaceSubrange(bytes.count - 9..<bytes.count - 5, with: [8, 0, 0, 0])
        let structure = try #require(try TIFFStructure(MemoryByteSource(bytes)))
        #expect(structure.directories.count == 1)
        #expect(structure.missing.isEmpty)
    }

    @Test("says what is missing, and uses the rest")
    func damage() throws {
        let whole = full(.big, 42).bytes()
        let metadata = try TIFFMetadataReader.read(MemoryByteSource(Array(whole.prefix(whole.count - 200))))
        #expect(metadata.exif.modified.text == "2024:03:11 08:00:00")
        #expect(metadata.problem?.hasPrefix("The TIFF has no directory at byte ") == true)
        let none = try TIFFMetadataReader.read(MemoryByteSource(Array("II".utf8)))
        #expect(none.problem == "The header of the TIFF is damaged.")
    }

    @Test("reads little of a large file, and of a directory only so many entries")
    func frugal() throws {
        var bytes = TIFFBytes(chain: [[.text(0x9003, "2001:01:01 00:00:00")]]).bytes()
        bytes += [UInt8](repeating: 0xAA, count: 2_000_000)
        let source = MemoryByteSource(bytes)
        #expect(try TIFFMetadataReader.read(source).exif.original.text == "2001:01:01 00:00:00")
        #expect(source.bytesRead < 4000)
        bytes.replaceSubrange(8..<10, with: [0xFF, 0xFF])
        let crowded = MemoryByteSource(bytes)
        #expect(try TIFFMetadataReader.read(crowded).exif.original.text == "2001:01:01 00:00:00")
        #expect(crowded.bytesRead < 80_000)
    }

    @Test("survives numbers that no file can have")
    func extremes() throws {
        for width in [42, 43] as [UInt16] {
            var file = full(.little, width)
            file.chain.append([.text(1, "x")])
            let bytes = file.bytes()
            for place in stride(from: 4, to: min(bytes.count - 8, 400), by: 1) {
                for value in [0xFF, 0x7F] as [UInt8] {
                    var damaged = bytes
                    damaged.replaceSubrange(place..<place + 8, with: Array(repeating: 0xFF, count: 7) + [value])
                    _ = try TIFFMetadataReader.read(MemoryByteSource(damaged))
                }
            }
        }
    }
}
