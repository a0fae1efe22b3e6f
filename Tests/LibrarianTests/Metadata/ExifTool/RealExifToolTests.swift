import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import librarian

@Suite("The real ExifTool", .enabled(if: ProgramFile.find("exiftool") != nil, "ExifTool is not installed."))
struct RealExifToolTests {
    private func ask(_ exifTool: ExifTool, _ path: String, _ kind: MediaKind) throws -> EmbeddedMetadata? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        return exifTool.metadata(ofFileOpenAs: descriptor, kind: kind)
    }

    private func exifTool(_ told: ToldSentences) -> ExifTool {
        ExifTool(program: "exiftool", stop: StopSignal()) { told.add($0) }
    }

    @Test("dates a Flash video, whatever its name, and says nothing of what it does not know")
    func flash() async throws {
        try await withTemporaryFolder { folder in
            let told = ToldSentences()
            let exifTool = exifTool(told)
            try folder.write(flashVideo(created: "2009:08:07 06:05:04"), to: "-a\nname.jpg")
            let found = try ask(exifTool, folder.path(of: "-a\nname.jpg"), .video)
            #expect(found?.movie.texts == [.flashCreate: "2009:08:07 06:05:04"])
            try folder.write(Array("nothing".utf8), to: "nothing.flv")
            #expect(try ask(exifTool, folder.path(of: "nothing.flv"), .video) == EmbeddedMetadata())
            try folder.write([], to: "empty")
            #expect(try ask(exifTool, folder.path(of: "empty"), .video) == EmbeddedMetadata())
            #expect(told.all == [])
        }
    }

    @Test("dates an OpenEXR picture")
    func openEXR() async throws {
        try await withTemporaryFolder { folder in
            let date = Array("2009:08:07 06:05:04".utf8)
            let attribute = Array("capDate\0string\0".utf8) + [UInt8(date.count), 0, 0, 0] + date
            try folder.write([0x76, 0x2F, 0x31, 0x01, 2, 0, 0, 0] + attribute + [0], to: "a.exr")
            let found = try ask(exifTool(ToldSentences()), folder.path(of: "a.exr"), .photo)
            #expect(found?.containerDates == [.openEXROriginal: "2009:08:07 06:05:04"])
        }
    }

    @Test("agrees with our own readers", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
    func agreement() async throws {
        let corpus = try Corpus()
        let told = ToldSentences()
        let exifTool = exifTool(told)
        var seen: [MediaFormat: Int] = [:]
        var compared = 0
        for row in corpus.rows where row["class"] == "real" && row.size < 3_000_000 {
            let source = MemoryByteSource(try corpus.folder.read(row.path))
            guard let format = MediaSniffer.format(of: source.bytes), seen[format, default: 0] < 2 else { continue }
            seen[format, default: 0] += 1
            let own = try MetadataReader().embedded(in: source, format: format)
            let found = try #require(try ask(exifTool, corpus.folder.path(of: row.path), format.kind))
            for (mine, other) in pairs(own, found) where mine != nil && other != nil {
                compared += 1
                #expect(plain(mine) == plain(other), "\(row.path)")
            }
            for (source, time) in own.movie.headerTimes {
                // It leaves out the decimals.
                let whole = found.movie.headerTimes[source].map { String($0.sqlText.prefix(19)) }
                #expect(whole == String(time.sqlText.prefix(19)), "\(row.path) \(source)")
            }
        }
        print("ExifTool and our readers agree in \(compared) dates of \(seen.count) formats")
        #expect(compared > 40 && told.all == [])
    }

    private func pairs(_ own: EmbeddedMetadata, _ other: EmbeddedMetadata) -> [(String?, String?)] {
        [
            (own.exif.original.text, other.exif.original.text),
            (own.exif.original.subSeconds, other.exif.original.subSeconds),
            (own.exif.original.offset, other.exif.original.offset),
            (own.exif.digitized.text, other.exif.digitized.text), (own.exif.modified.text, other.exif.modified.text),
            (own.xmp.original, other.xmp.original), (own.xmp.created, other.xmp.created),
            (own.xmp.digitizedByTool, other.xmp.digitizedByTool),
            (own.iptc.dateCreated, other.iptc.dateCreated), (own.exif.satelliteTime, other.exif.satelliteTime),
            (own.movie.texts[.keysCreationDate], other.movie.texts[.keysCreationDate]),
        ]
    }

    /// Both write the same date with other signs between its digits, and zeros behind a second's decimals or not.
    private func plain(_ text: String?) -> String {
        var digits = (text ?? "").filter { $0.isNumber || $0 == "+" || $0 == "." }
        while digits.contains("."), digits.last == "0" || digits.last == "." { digits.removeLast() }
        return digits
    }

    /// A header and one tag of script data (Adobe Flash Video File Format Specification 10.1, E.4.4).
    private func flashVideo(created: String) -> [UInt8] {
        func text(_ text: String) -> [UInt8] { [0, UInt8(text.utf8.count)] + Array(text.utf8) }
        let array = [8, 0, 0, 0, 1] + text("creationdate") + [2] + text(created) + [0, 0, 9]
        let script: [UInt8] = [2] + text("onMetaData") + array
        let header = Array("FLV\u{1}".utf8) + [1, 0, 0, 0, 9, 0, 0, 0, 0]
        return header + [0x12, 0, 0, UInt8(script.count), 0, 0, 0, 0, 0, 0, 0] + script + [0, 0, 0, 0]
    }
}
