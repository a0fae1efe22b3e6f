import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The reader of JPEGs")
struct JPEGMetadataReaderTests {
    private func read(_ jpeg: JPEGBytes) throws -> EmbeddedMetadata {
        try JPEGMetadataReader.read(MemoryByteSource(jpeg.bytes))
    }

    @Test("finds dates, sub-seconds, offsets, place and the satellites' time")
    func all() throws {
        let metadata = try read(.with(.full))
        #expect(metadata.exif.original == ExifDate(text: "2024:03:09 19:50:38", subSeconds: "864", offset: "+09:00"))
        #expect(metadata.exif.digitized.text == "2024:03:10 01:02:03")
        #expect(metadata.exif.modified.text == "2024:03:11 08:00:00")
        #expect(metadata.exif.satelliteTime == "2024:03:09 10:50:36.000000")
        #expect(metadata.exif.place?.json == #"{"lat": -33.5, "lon": 151.25}"#)
        #expect(metadata.problem == nil)
    }

    @Test("does not read the image data")
    func frugal() throws {
        var jpeg = JPEGBytes.with(.full)
        jpeg.scan = Array(repeating: 7, count: 1_000_000)
        let source = MemoryByteSource(jpeg.bytes)
        _ = try JPEGMetadataReader.read(source)
        #expect(source.bytesRead < 10_000)
    }

    @Test("joins several EXIF blocks, the first one's values going before")
    func severalBlocks() throws {
        let first = SampleExifBlock(details: [.text(0x9003, "2024:03:09 19:50:38")])
        let second = SampleExifBlock(details: [
            .text(0x9003, "2020:01:01 00:00:01"), .text(0x9004, "2021:01:01 00:00:01"),
        ])
        let xmp: (UInt8, [UInt8]) = (0xE1, Array("http://ns.adobe.com/xap/1.0/\0<x/>".utf8))
        let metadata = try read(
            JPEGBytes(segments: [xmp, JPEGBytes.app1(first.bytes()), JPEGBytes.app1(second.bytes())]))
        #expect(metadata.exif.original.text == "2024:03:09 19:50:38")
        #expect(metadata.exif.digitized.text == "2021:01:01 00:00:01")
    }

    @Test("finds a date that was put into the main directory")
    func mainDirectory() throws {
        let metadata = try read(.with(SampleExifBlock(main: [.text(0x9003, "2024:03:09 19:50:38")])))
        #expect(metadata.exif.original.text == "2024:03:09 19:50:38")
    }

    @Test("says what it could not decode, and goes on")
    func garbage() throws {
        let metadata = try read(
            JPEGBytes(segments: [JPEGBytes.app1([1, 2, 3, 4]), JPEGBytes.app1(SampleExifBlock.full.bytes())]))
        #expect(metadata.problem == "The EXIF block at byte 6 of the JPEG cannot be decoded.")
        #expect(metadata.exif.original.text == "2024:03:09 19:50:38")
    }

    @Test("finds no fault with an EXIF block that was cleared")
    func cleared() throws {
        let empty: [UInt8] = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        #expect(try read(JPEGBytes(segments: [JPEGBytes.app1(empty)])).problem == nil)
        let outside: [UInt8] = [0x49, 0x49, 42, 0, 80, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        #expect(try read(JPEGBytes(segments: [JPEGBytes.app1(outside)])).problem != nil)
    }

    @Test("reads what is there of a file that ends early")
    func truncated() throws {
        let bytes = JPEGBytes.with(.full).header.dropLast(40)
        let metadata = try JPEGMetadataReader.read(MemoryByteSource(Array(bytes)))
        #expect(metadata.problem == "The JPEG ends before its image data begin.")
        #expect(metadata.exif.original.text == "2024:03:09 19:50:38")
    }

    @Test("passes its findings on as metadata, its problem included")
    func metadata() throws {
        let source = MemoryByteSource(Array(JPEGBytes.with(.full).header))
        let now = try #require(Timestamp(sqlText: "2026-11-21 00:00:00"))
        let metadata = try MetadataReader(zone: .fixed(.utc))
            .read(source, format: .jpeg, modified: Timestamp(seconds: 0), now: now)
        #expect(metadata.capture.local.sqlText == "2024-03-09 19:50:38.864000")
        #expect(metadata.capture.instant?.sqlText == "2024-03-09 10:50:38.864000")
        #expect(metadata.place?.latitude == -33.5)
        #expect(metadata.problem != nil)
    }

    @Test("is not asked about other formats, which are dated by their modification time")
    func otherFormats() throws {
        let modified = Timestamp(seconds: 1_700_000_000)
        let metadata = try MetadataReader(zone: .fixed(.utc))
            .read(MemoryByteSource([]), format: .mp4, modified: modified, now: modified)
        #expect(metadata.capture.source == .fileModified)
        #expect(metadata.capture.instant == modified)
    }
}
