import Testing

@testable import librarian

@Suite("Damaged files of ISO boxes")
struct DamagedBoxesTests {
    /// Something of everything that is read.
    private var file: [UInt8] {
        let item = HEIFBytes.Item(id: 7, type: "Exif", construction: 1, extents: [(0, ISOBytes.exif.count)])
        let packet = HEIFBytes.Item(id: 8, type: "mime", contentType: "application/rdf+xml", extents: [(0, 40)])
        let indirect = HEIFBytes.Item(id: 9, type: "Exif", construction: 2, extents: [(0, 40)])
        let heif = HEIFBytes(
            items: [item, packet, indirect], dataBox: ISOBytes.exif,
            references: ISOBytes.box("iloc", [0, 9, 0, 1, 0, 7]))
        let track = ISOBytes.box(
            "trak", ISOBytes.header("tkhd", created: 3_682_881_027) + ISOBytes.box("mdia", MovieBytes.handler("vide")))
        let userData = ISOBytes.box(
            "udta", MovieBytes.text("©day", "2020-10-05") + MovieBytes.itemList([("©xyz", "+10+020/")]))
        let keys = MovieBytes.keys([("com.apple.quicktime.creationdate", "2012-08-09T13:17:17+0200")])
        let header = ISOBytes.header("mvhd", created: 3_682_881_027, version: 1)
        return ISOBytes.fileType + heif.meta + MovieBytes.movie(header, track, userData, keys)
    }

    @Test("are read whole when they are whole")
    func whole() throws {
        let found = try ISOBytes.read(file)
        #expect(found.exif.original.text == "2024:03:09 19:50:38")
        #expect(found.movie.texts.count == 2 && found.movie.headerTimes.count == 2 && found.movie.place != nil)
    }

    @Test("give what is there, wherever they were cut")
    func cut() throws {
        let file = file
        for length in 0..<file.count { _ = try ISOBytes.read(Array(file.prefix(length))) }
        #expect(try ISOBytes.read(Array(file.dropLast(10))).movie.headerTimes.count == 2)
    }

    @Test("neither crash the reader nor keep it busy, whichever byte is wrong")
    func flipped() throws {
        let file = file
        for index in file.indices {
            for value: UInt8 in [0, 1, 0x7F, 0xFF] where file[index] != value {
                var bad = file
                bad[index] = value
                let source = MemoryByteSource(bad)
                _ = try ISOMediaMetadataReader.read(source)
                #expect(source.bytesRead < 200_000)
            }
        }
    }
}
