import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The metadata of HEIF")
struct HEIFMetadataTests {
    private let exif = ISOBytes.exif
    private let original = "2024:03:09 19:50:38"

    /// The metadata follow a box of media data, in which the EXIF block begins at byte 8.
    private func read(_ heif: HEIFBytes) throws -> EmbeddedMetadata {
        try ISOBytes.read(ISOBytes.box("mdat", exif), heif.meta)
    }

    @Test("are found by every version of the table of places", arguments: [UInt8(0), 1, 2])
    func versions(version: UInt8) throws {
        let item = HEIFBytes.Item(id: 7, type: "Exif", extents: [(5, exif.count)])
        let found = try read(HEIFBytes(items: [item], version: version, baseOffset: 3))
        #expect(found.exif.original.text == original)
        #expect(found.exif.place?.latitude == -33.5)
        #expect(found.problem == nil)
    }

    @Test("are put together from several pieces, of which the last may have no length")
    func pieces() throws {
        let item = HEIFBytes.Item(id: 7, type: "Exif", extents: [(8, 20), (28, 13), (41, 0)])
        #expect(try read(HEIFBytes(items: [item])).exif.original.text == original)
    }

    @Test("are no fault of a picture when they were cleared", arguments: [0, 5, 1000])
    func cleared(offset: Int) throws {
        let item = HEIFBytes.Item(id: 7, type: "Exif", extents: [(offset, 0)])
        let file = ISOBytes.box("mdat", [UInt8](repeating: 7, count: 100)) + HEIFBytes(items: [item]).meta
        #expect(try ISOBytes.read(file).problem == nil)
        let cut = HEIFBytes.Item(id: 7, type: "Exif", extents: [(offset, 30)])
        let damaged = ISOBytes.box("mdat", [UInt8](repeating: 7, count: 100)) + HEIFBytes(items: [cut]).meta
        #expect(try ISOBytes.read(damaged).problem != nil)
    }

    @Test("are found in the data box and by way of another item")
    func constructions() throws {
        let own = HEIFBytes.Item(id: 7, type: "Exif", construction: 1, extents: [(4, exif.count)])
        #expect(try read(HEIFBytes(items: [own], dataBox: [9, 9, 9, 9] + exif)).exif.original.text == original)
        let other = HEIFBytes.Item(id: 8, type: "grid", extents: [(6, exif.count + 2)])
        let indirect = HEIFBytes.Item(id: 7, type: "Exif", construction: 2, extents: [(2, exif.count)])
        let reference = ISOBytes.box("iloc", [0, 7, 0, 1, 0, 8])
        let heif = HEIFBytes(items: [indirect, other], references: reference)
        #expect(try read(heif).exif.original.text == original)
        // An item made of itself has no bytes.
        let loop = HEIFBytes(items: [indirect], references: ISOBytes.box("iloc", [0, 7, 0, 1, 0, 7]))
        #expect(try read(loop).exif == ExifFields())
    }

    @Test("are found behind every beginning that writers give an EXIF block")
    func beginnings() throws {
        let tiff = SampleExifBlock.full.bytes()
        let mark = Array("Exif\0\0".utf8)
        for bytes in [
            tiff, mark + tiff, [0, 0, 0, 6] + mark + tiff, [0, 0, 0, 0] + mark + tiff, [0, 0, 0, 0] + tiff,
        ] {
            #expect(ExifItem.tiff(in: bytes).map { Array($0) } == tiff)
        }
        #expect(ExifItem.tiff(in: [0, 0, 0, 0, 1, 2, 3]) == nil)
        #expect(ExifItem.tiff(in: [0xFF, 0xFF, 0xFF, 0xFF]) == nil)
        #expect(ExifItem.tiff(in: []) == nil)
    }

    @Test("of which nothing is there are a problem, and no error")
    func truncated() throws {
        let item = HEIFBytes.Item(id: 7, type: "Exif", extents: [(1_000_000, 100)])
        #expect(try read(HEIFBytes(items: [item])).problem == "The file ends before its EXIF block begins.")
        let wrong = HEIFBytes.Item(id: 7, type: "Exif", extents: [(40, 100)])
        #expect(
            try read(HEIFBytes(items: [wrong])).problem?.hasSuffix("cannot be found where it is said to be.") == true)
    }

    @Test("with pieces without number or width end")
    func bounded() throws {
        let endless = [UInt8](repeating: 0xFF, count: 60_000)
        let entries: [UInt8] = [0, 0, 0xFF, 0xFF] + endless
        let wanted = ISOItemLocations.locations(in: [1, 0, 0, 0] + entries, of: [0xFFFF])
        #expect(wanted[0xFFFF] == nil)
    }

    @Test("of a sequence have the movie's header as well")
    func sequence() throws {
        let found = try ISOBytes.read(ISOBytes.box("moov", ISOBytes.header("mvhd", created: 3_682_881_027)))
        #expect(found.movie.headerTimes[.quickTimeCreate]?.sqlText == "2020-09-13 22:30:27.000000")
    }
}
