import FactoryCore
import Testing

@testable import librarian

@Suite("The metadata of Matroska")
struct MatroskaMetadataTests {
    /// With a size of eight bytes, which may be left open.
    private func element(_ id: UInt32, _ contents: [UInt8], isOpen: Bool = false) -> [UInt8] {
        let name = ISOBytes.number(id).drop { $0 == 0 }
        let size: [UInt8] = [1] + ISOBytes.number(UInt64(contents.count)).dropFirst()
        return name + (isOpen ? [1] + Array(repeating: 0xFF, count: 7) : size) + contents
    }

    private var header: [UInt8] { element(MatroskaID.header, [1, 2, 3]) }

    /// 2008-05-04 01:12:35 UTC.
    private var info: [UInt8] {
        let date = element(MatroskaID.dateUTC, ISOBytes.number(UInt64(231_556_355_000_000_000)))
        let ticks = element(MatroskaID.duration, ISOBytes.number(Double(2500).bitPattern))
        return element(MatroskaID.info, date + ticks)
    }

    private func read(_ bytes: [UInt8]) throws -> MovieFields {
        try MatroskaMetadataReader.read(MemoryByteSource(bytes)).movie
    }

    @Test("is the date and the duration of the segment", arguments: [false, true])
    func info(isOpen: Bool) throws {
        let movie = try read(header + element(MatroskaID.segment, element(0xEC, [0, 0]) + info, isOpen: isOpen))
        #expect(movie.headerTimes[.matroskaOriginal]?.sqlText == "2008-05-04 01:12:35.000000")
        #expect(movie.duration == 2.5)
    }

    @Test("is found behind the clusters where a list says so, or by passing over them")
    func behind() throws {
        let cluster = element(MatroskaID.cluster, Array(repeating: 0xEE, count: 5000))
        func list(_ place: Int) -> [UInt8] {
            let entry =
                element(MatroskaID.seekID, ISOBytes.number(MatroskaID.info))
                + element(MatroskaID.seekPosition, ISOBytes.number(UInt32(place)))
            return element(MatroskaID.seekHead, element(MatroskaID.seek, entry))
        }
        let size = list(0).count
        #expect(
            try read(header + element(MatroskaID.segment, list(size + cluster.count) + cluster + info)).duration == 2.5)
        #expect(try read(header + element(MatroskaID.segment, list(3) + cluster + info)).duration == 2.5)
        let open = element(MatroskaID.cluster, [1, 2, 3], isOpen: true)
        #expect(try read(header + element(MatroskaID.segment, open + info)).duration == nil)
    }

    @Test("knows no date at zero, nor past the ends of time")
    func dates() throws {
        for bits in [UInt64(0), .max, 1 << 63, 1 << 62] {
            let date = element(MatroskaID.dateUTC, ISOBytes.number(bits))
            let time = try read(element(MatroskaID.segment, element(MatroskaID.info, date))).headerTimes
            #expect((time[.matroskaOriginal] == nil) == (bits == 0))
        }
    }

    @Test("is read as far as it goes")
    func damaged() throws {
        let good = header + element(MatroskaID.segment, info)
        for index in good.indices {
            _ = try read(Array(good.prefix(index)))
            for value: UInt8 in [0, 1, 0x7F, 0xFF] {
                var bad = good
                bad[index] = value
                _ = try read(bad)
            }
        }
    }
}
