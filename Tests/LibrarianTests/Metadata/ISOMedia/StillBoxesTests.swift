import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The metadata of other pictures made of boxes")
struct StillBoxesTests {
    private let original = "2024:03:09 19:50:38"

    @Test("are found in Canon's CR3, one directory a box", arguments: [ExifByteOrder.little, .big])
    func canon(order: ExifByteOrder) throws {
        var block = SampleExifBlock.full
        block.byteOrder = order
        let directories = [
            ("CMT1", SampleExifBlock(byteOrder: order, main: [.text(0x0132, "2024:03:11 08:00:00")])),
            ("CMT2", SampleExifBlock(byteOrder: order, main: SampleExifBlock.full.details)),
            ("CMT4", SampleExifBlock(byteOrder: .big, main: SampleExifBlock.full.place)),
        ]
        let boxes = directories.flatMap { ISOBytes.box($0.0, $0.1.bytes()) }
        let found = try ISOBytes.read(ISOBytes.box("moov", ISOBytes.uuid(UUIDBox.canon, boxes)))
        #expect(found.exif.original.text == original)
        #expect(found.exif.original.subSeconds == "864")
        #expect(found.exif.modified.text == "2024:03:11 08:00:00")
        #expect(found.exif.place?.longitude == 151.25)
        #expect(found.exif.satelliteTime == "2024:03:09 10:50:36.000000")
        #expect(found.problem == nil)
    }

    @Test("are found in JPEG XL and JPEG 2000")
    func boxes() throws {
        #expect(try ISOBytes.read(ISOBytes.box("Exif", ISOBytes.exif)).exif.original.text == original)
        let tiff = SampleExifBlock.full.bytes()
        for id in [UUIDBox.exif, UUIDBox.exifOfPhotoshop] {
            #expect(try ISOBytes.read(ISOBytes.uuid(id, tiff)).exif.original.text == original)
        }
    }

    @Test("are found in JPEG 2000's IPTC records")
    func records() throws {
        let records = [0x1C, 2, 55, 0, 8] + Array("20110203".utf8) + [0x1C, 2, 60, 0, 11] + Array("233000-0500".utf8)
        for id in UUIDBox.iptc {
            let found = try ISOBytes.read(ISOBytes.uuid(id, records))
            #expect(found.iptc.dateCreated == "20110203")
            #expect(found.iptc.timeCreated == "233000-0500")
        }
    }

    @Test("are found in the small picture that Canon puts into a movie, and in Ricoh's box")
    func thumbnail() throws {
        let thumbnail = ISOBytes.box("CNTH", ISOBytes.box("CNDA", JPEGBytes.with(.full).bytes))
        let ricoh = ISOBytes.box("RMKN", SampleExifBlock.full.bytes())
        for box in [thumbnail, ricoh] {
            let movie = ISOBytes.box("moov", ISOBytes.box("udta", box))
            #expect(try ISOBytes.read(movie).exif.original.text == original)
        }
    }

    @Test("are found behind Casio's ten bytes")
    func casio() throws {
        let entry: [UInt8] = [0x90, 0x03, 0, 2, 0, 0, 0, 20, 0, 0, 0, 28]
        let contents = [UInt8](repeating: 7, count: 10) + [0, 1] + entry + [0, 0, 0, 0] + Array(original.utf8) + [0]
        let movie = ISOBytes.box("moov", ISOBytes.box("udta", ISOBytes.box("QVMI", contents)))
        #expect(try ISOBytes.read(movie).exif.original.text == original)
    }

    @Test("have a directory without a header given one")
    func directory() throws {
        // One entry, 0x9003, whose 20 bytes begin behind the directory's own 18.
        let entry: [UInt8] = [0x03, 0x90, 2, 0, 20, 0, 0, 0, 18, 0, 0, 0]
        let bare = [1, 0] + entry + [0, 0, 0, 0] + Array(original.utf8) + [0]
        let tiff = try #require(TIFFDirectoryPointer.structure(fromDirectory: bare, .little))
        #expect(ExifFields(tiff: tiff[...])?.original.text == original)
        #expect(TIFFDirectoryPointer.structure(fromDirectory: [1, 0, 5], .little) == nil)
        #expect(TIFFDirectoryPointer.promoting([1, 2, 3], as: 0x8769) == nil)
        let camera = ISOBytes.box(
            "moov", ISOBytes.box("udta", ISOBytes.box("MVTG", [UInt8](repeating: 0, count: 16) + bare)))
        #expect(try ISOBytes.read(camera).exif.original.text == original)
    }
}
