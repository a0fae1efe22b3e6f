import TestSupport
import Testing

@testable import librarian

@Suite("The metadata of an AVI")
struct AVIMetadataTests {
    private func chunk(_ type: String, _ contents: [UInt8]) -> [UInt8] {
        let size = withUnsafeBytes(of: UInt32(contents.count).littleEndian) { Array($0) }
        return Array(type.utf8) + size + contents + (contents.count % 2 == 0 ? [] : [0])
    }

    private func list(_ type: String, _ chunks: [UInt8]...) -> [UInt8] {
        chunk("LIST", Array(type.utf8) + Array(chunks.joined()))
    }

    private func read(_ chunks: [UInt8]...) throws -> EmbeddedMetadata {
        let file = chunk("RIFF", Array("AVI ".utf8) + Array(chunks.joined()))
        return try AVIMetadataReader.read(MemoryByteSource(file))
    }

    @Test("has a date among the headers, in the information or by itself")
    func dates() throws {
        let date = chunk("IDIT", Array("Wed Jan 02 02:03:55 2005\n\0".utf8))
        let odd = chunk("strn", [1, 2, 3])
        let created = list("INFO", chunk("ICRD", Array("2003-03-10\0".utf8)))
        let found = try read(list("hdrl", odd, list("strl", odd), date), created)
        #expect(found.movie.texts == [.riffOriginal: "2005:01:02 02:03:55", .riffCreated: "2003-03-10"])
        #expect(try read(list("movi", date)).movie.texts.isEmpty)
        #expect(try read(list("movi", odd), date).movie.texts == [.riffOriginal: "2005:01:02 02:03:55"])
    }

    @Test(
        "has dates in the ways of several makers",
        arguments: [
            ("Mon Mar 10 15:04:43 2003", "2003:03:10 15:04:43"), ("MON MAR  9 15:04:43 2003\n", "2003:03:09 15:04:43"),
            ("2001/ 1/27  1:42PM", "2001:01:27 13:42:00"), ("2001/ 1/27 12:42AM", "2001:01:27 00:42:00"),
            ("2005/11/28/ 09:19", "2005:11:28 09:19:00"), ("2009/10/27 12:14:34", "2009:10:27 12:14:34"),
            ("2002-12-16  15:35:01\0\0", "2002-12-16  15:35:01"),
            ("2010:01:02 03:04:05", "2010:01:02 03:04:05"), ("yesterday", "yesterday"),
            ("29670674 3659722496", "2004-10-28 17:23:34"), ("0 0", "0 0"),
        ])
    func forms(text: String, expected: String) {
        #expect(RIFFDate.normalized(text) == expected)
    }

    @Test("has the EXIF directory that some cameras put beside a stream")
    func exif() throws {
        let entry: [UInt8] = [0x03, 0x90, 2, 0, 20, 0, 0, 0, 18, 0, 0, 0]
        let directory = [1, 0] + entry + [0, 0, 0, 0] + Array("2009:10:27 12:14:00\0".utf8)
        let data = chunk("strd", Array("AVIF\0\0\0\0".utf8) + directory)
        let found = try read(list("hdrl", list("strl", data)))
        #expect(found.exif.original.text == "2009:10:27 12:14:00")
    }

    @Test("is read as far as it goes")
    func damaged() throws {
        let date = chunk("IDIT", Array("Wed Jan 02 02:03:55 2005\n\0".utf8))
        let file = chunk("RIFF", Array("AVI ".utf8) + list("hdrl", date) + date)
        for length in 0...file.count { _ = try AVIMetadataReader.read(MemoryByteSource(Array(file.prefix(length)))) }
        let wild = Array("RIFF".utf8) + [255, 255, 255, 255] + file.dropFirst(8)
        #expect(try AVIMetadataReader.read(MemoryByteSource(wild)).movie.texts.count == 1)
    }
}
