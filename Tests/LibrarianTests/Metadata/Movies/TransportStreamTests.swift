import Testing

@testable import librarian

@Suite("The date of an AVCHD recording")
struct TransportStreamTests {
    /// User data with the date's two packs between others.
    private func message(zone: UInt8 = 0x02) -> [UInt8] {
        let packs: [UInt8] = [3, 0x13, 1, 2, 3, 4, 0x18, zone, 0x20, 0x08, 0x12, 0x19, 0x31, 0x23, 0x16, 0x24]
        let contents = ModifiedDVPack.id + packs
        return [5, UInt8(contents.count)] + contents
    }

    /// A unit of supplemental information behind one of another kind; three zeros in a row are kept apart.
    private func unit(_ message: [UInt8]) -> [UInt8] {
        var contents: [UInt8] = []
        for byte in [1, 2, 0, 0] + message + [0x80] {
            if contents.suffix(2) == [0, 0], byte <= 3 { contents.append(3) }
            contents.append(byte)
        }
        return [0, 0, 0, 1, 0x09, 0xF0, 0, 0, 0, 1, 0x06] + contents + [0, 0, 0, 1, 0x65, 0x88]
    }

    /// Packets of 192 or 188 bytes, as many as it takes, between those of a sound.
    private func packets(_ payload: [UInt8], lead: [UInt8]) -> [UInt8] {
        let stream = [0, 0, 1, 0xE0, 0, 0, 0x80, 0, 0] + payload
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: stream.count, by: 50) {
            let part = stream[start..<min(start + 50, stream.count)]
            let stuffing = 184 - part.count
            let field = [UInt8(stuffing - 1)] + [UInt8](repeating: 0xFF, count: stuffing - 1)
            bytes += lead + [0x47, start == 0 ? 0x50 : 0x10, 0x11, 0x30] + field + part
            bytes += lead + [0x47, 0x01, 0x00, 0x10] + [UInt8](repeating: 0x55, count: 184)
        }
        return bytes
    }

    private func date(_ bytes: [UInt8]) throws -> String? {
        try TransportStreamMetadataReader.read(MemoryByteSource(bytes)).movie.texts[.h264Original]
    }

    @Test("is found across packets of either size", arguments: [[], [0, 0, 0, 0]] as [[UInt8]])
    func packets(lead: [UInt8]) throws {
        #expect(try date(packets(unit(message()), lead: lead)) == "2008:12:31 23:16:24+01:00")
    }

    @Test("has its zone, unless summer time makes that uncertain")
    func zones() throws {
        for (zone, offset) in [(0x29, "-04:30"), (0x42, ""), (0xFF, ""), (0x12, "+09:00")] as [(UInt8, String)] {
            #expect(try date(packets(unit(message(zone: zone)), lead: [])) == "2008:12:31 23:16:24" + offset)
        }
    }

    @Test("is none where the packs have none, or digits that are none")
    func none() throws {
        #expect(ModifiedDVPack.date(in: [1, 0x18, 2, 0x20, 8, 0x12]) == nil)
        #expect(ModifiedDVPack.date(in: [2, 0x18, 2, 0x20, 8, 0x1F, 0x19, 1, 1, 1, 1]) == nil)
        #expect(ModifiedDVPack.date(in: []) == nil)
        #expect(try date([UInt8](repeating: 0x47, count: 4000)) == nil)
        #expect(try date([]) == nil)
    }

    @Test("is looked for in the first megabyte alone")
    func bounded() throws {
        let other = packets([UInt8](repeating: 7, count: 3000), lead: [])
        let source = MemoryByteSource((0..<200).flatMap { _ in other } + packets(unit(message()), lead: []))
        #expect(try TransportStreamMetadataReader.read(source).movie.texts.isEmpty)
        #expect(source.bytesRead <= 1 << 20)
    }
}
