import FactoryCore
import Testing

@testable import librarian

@Suite("The metadata of Windows Media")
struct ASFMetadataTests {
    private func little(_ value: UInt64) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }

    /// With another object before that of the properties.
    private func file(created: UInt64, size: UInt64 = 104) -> [UInt8] {
        let properties: [UInt8] = [
            0xA1, 0xDC, 0xAB, 0x8C, 0x47, 0xA9, 0xCF, 0x11, 0x8E, 0xE4, 0x00, 0xC0, 0x0C, 0x20, 0x53, 0x65,
        ]
        let other = [UInt8](repeating: 3, count: 16) + little(30) + [1, 2, 3, 4, 5, 6]
        let times = little(created) + little(0) + little(60_000_000) + little(0) + little(3500)
        return [UInt8](repeating: 0, count: 30) + other + properties + little(size)
            + [UInt8](repeating: 0, count: 24) + times
    }

    private func read(_ bytes: [UInt8]) throws -> MovieFields {
        try ASFMetadataReader.read(MemoryByteSource(bytes)).movie
    }

    @Test("is the date of creation and how long it plays")
    func properties() throws {
        let movie = try read(file(created: 127_434_578_140_000_000))
        #expect(movie.headerTimes[.asfCreation]?.sqlText == "2004-10-28 17:23:34.000000")
        #expect(movie.duration == 2.5)
    }

    @Test("knows no date at zero, and may be cut anywhere")
    func damaged() throws {
        #expect(try read(file(created: 0)).headerTimes.isEmpty)
        let bytes = file(created: .max)
        for length in 0...bytes.count { _ = try read(Array(bytes.prefix(length))) }
        var wild = bytes
        for index in 46..<54 { wild[index] = 0xFF }
        #expect(try read(wild).headerTimes.isEmpty)
    }
}
