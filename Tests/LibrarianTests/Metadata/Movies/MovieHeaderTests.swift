import FactoryCore
import Testing

@testable import librarian

@Suite("The header of a movie")
struct MovieHeaderTests {
    private func header(_ created: UInt64, version: UInt8 = 0) -> MovieHeader {
        MovieHeader(Array(ISOBytes.header("mvhd", created: created, version: version).dropFirst(8)))
    }

    @Test("counts the seconds from 1904, in 32 bits or in 64", arguments: [UInt8(0), 1])
    func created(version: UInt8) {
        let header = header(3_682_881_027, version: version)
        #expect(header.created?.sqlText == "2020-09-13 22:30:27.000000")
        #expect(header.duration == 2.5)
    }

    @Test("is taken to count from 1970 where that alone makes sense")
    func wrongZero() {
        #expect(header(1_328_318_320).created?.sqlText == "2012-02-04 01:18:40.000000")
    }

    @Test("knows no time at either zero")
    func zeros() {
        #expect(header(0).created == nil && header(2_082_844_800).created == nil)
    }

    @Test("may be short, and its numbers of any size")
    func damaged() {
        let bytes = Array(ISOBytes.header("mvhd", created: .max, version: 1).dropFirst(8))
        for length in 0...bytes.count { _ = MovieHeader(Array(bytes.prefix(length))) }
        #expect(MovieHeader(bytes).created != nil)
        #expect(MovieHeader([]).created == nil)
        #expect(MovieHeader([0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 9]).duration == nil)
        #expect(MovieHeader([0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 9, 0, 0, 0, 9, 255, 255, 255, 255]).duration == nil)
    }

    @Test("and those of the first two tracks are told apart")
    func tracks() throws {
        let tracks = (1...3).map { number in
            let media = ISOBytes.box("mdia", ISOBytes.header("mdhd", created: UInt64(2_082_844_800 + number * 100)))
            return ISOBytes.box("trak", ISOBytes.header("tkhd", created: UInt64(2_082_844_800 + number)) + media)
        }
        let times = try ISOBytes.read(MovieBytes.movie(Array(tracks.joined()))).movie.headerTimes
        #expect(
            times.mapValues(\.microseconds) == [
                .trackCreate(1): 1_000_000, .mediaCreate(1): 100_000_000, .trackCreate(2): 2_000_000,
                .mediaCreate(2): 200_000_000,
            ])
    }

    @Test("is found behind media data of any size, and in a movie that claims too much")
    func anywhere() throws {
        let header = ISOBytes.header("mvhd", created: 3_682_881_027)
        let media = [0, 0, 0, 1] + Array("mdat".utf8) + ISOBytes.number(UInt64(16 + 9000))
        let file = ISOBytes.fileType + media + [UInt8](repeating: 0xFF, count: 9000)
        #expect(try ISOBytes.read(file, MovieBytes.movie(header)).movie.headerTimes.count == 1)
        let wild = try ISOBytes.read(ISOBytes.box("moov", header, size: 0x7FFF_FFFF))
        #expect(wild.movie.headerTimes.count == 1)
        #expect(wild.problem == "The file ends inside its box moov.")
        // A track without an end takes in what follows it, and ends with the movie.
        let endless = ISOBytes.box("trak", [], size: 0)
        #expect(try ISOBytes.read(MovieBytes.movie(header, endless, header)).movie.headerTimes.count == 1)
    }
}
