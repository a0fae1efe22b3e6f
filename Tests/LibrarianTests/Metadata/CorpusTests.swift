import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("Over the corpus", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct CorpusTests {
    /// The clock for which the expectations were made.
    static let now = Timestamp(sqlText: "2026-11-21 00:00:00") ?? .distantFuture

    @Test("every photo and video is known by its content, and nothing else is taken for one")
    func formats() throws {
        let corpus = try Corpus()
        var wrong: [String] = []
        for row in corpus.rows {
            let found = MediaSniffer.format(of: Array(try corpus.folder.read(row.path).prefix(MediaSniffer.headLength)))
            let mime = row["mime"]
            let isMedia = ["image/", "video/", "application/vnd.adobe.photoshop"].contains { mime.hasPrefix($0) }
            // A damaged file without a type in the manifest may still begin like a picture.
            guard !mime.isEmpty || found == nil || row["class"] != "corrupt" else { continue }
            // Moving AVIF pictures count as photos, as GIFs do.
            let isVideo = mime.hasPrefix("video/") && found != .avif
            if isMedia != (found != nil) || isMedia && isVideo != (found?.kind == .video) {
                wrong.append("\(row.path) is \(mime), found \(found?.rawValue ?? "nothing")")
            }
        }
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    }

    @Test("every date that comes from EXIF is found in JPEGs, to the second and with its offset")
    func dates() throws {
        let corpus = try Corpus()
        let sources: Set = ["EXIF:DateTimeOriginal", "EXIF:DateTimeDigitized", "ModifyDate:IFD0", "GPS:GPSDateTime"]
        let rows = corpus.rows.filter { sources.contains($0.captureSource) }
        var (compared, wrong): (Int, [String]) = (0, [])
        for row in rows {
            guard let capture = try metadata(of: row, in: corpus)?.capture else { continue }
            compared += 1
            if !agrees(capture, with: row) { wrong.append("\(row.path): found \(capture)") }
        }
        #expect(compared > 70)
        #expect(wrong.isEmpty, "\(wrong.count) of \(compared):\n\(wrong.joined(separator: "\n"))")
    }

    private func agrees(_ capture: CaptureTime, with row: CorpusRow) -> Bool {
        guard capture.source.rawValue == row.captureSource else { return false }
        let local = row["cap_local"]
        guard !local.isEmpty else {
            return capture.instant?.utc.isoText == String(row["cap_utc"].dropLast())
        }
        return capture.local.isoText == withSixDecimals(local)
            && (capture.offset?.description ?? "") == row["cap_offset"]
    }

    @Test("no EXIF date of a JPEG is believed that ought not to be")
    func refusals() throws {
        let corpus = try Corpus()
        for row in corpus.rows where row.captureSource != "EXIF:DateTimeOriginal" {
            let expected = row.captureSource
            guard !expected.hasPrefix("sidecar"),
                let capture = try metadata(of: row, in: corpus)?.capture
            else { continue }
            #expect(capture.source != .exifOriginal, "\(row.path)")
            #expect(expected != "mtime" || capture.source == .fileModified, "\(row.path)")
        }
    }

    /// The manifest's place may come from XMP as well, which is not read here: only files are compared whose EXIF has
    /// a place, and the others have to show none.
    @Test("every place that comes from EXIF is found in JPEGs")
    func places() throws {
        let corpus = try Corpus()
        var (compared, wrong, elsewhere): (Int, [String], [String]) = (0, [], [])
        for row in corpus.rows {
            guard let metadata = try metadata(of: row, in: corpus) else { continue }
            let place = metadata.place
            let expected = (Double(row["cap_lat"]), Double(row["cap_lon"]))
            switch (place, expected) {
            case (nil, (nil, nil)): break
            case (nil, _): elsewhere.append(row.path)
            case (let place?, (let latitude?, let longitude?)):
                compared += 1
                if abs(place.latitude - latitude) > 0.0002 || abs(place.longitude - longitude) > 0.0002 {
                    wrong.append("\(row.path): \(latitude), \(longitude), found \(place)")
                }
            case (let place?, _): wrong.append("\(row.path): none, found \(place)")
            }
        }
        print("Places outside of EXIF, not compared: \(elsewhere)")
        #expect(compared > 20)
        #expect(wrong.isEmpty, "\(wrong.count) of \(compared):\n\(wrong.joined(separator: "\n"))")
    }

    @Test("no whole file is called incomplete, and truncated ones are")
    func completeness() throws {
        let corpus = try Corpus()
        for row in corpus.rows {
            let bytes = try corpus.folder.read(row.path)
            guard let format = MediaSniffer.format(of: bytes) else { continue }
            let path = row.path
            let completeness = try Completeness.of(MemoryByteSource(bytes), format: format)
            // Some of the real files are nothing but the beginning of one.
            let beginnings: Set = ["Pentax.avi", "RIFF.avi", "fixture2.mkv"]
            if row["class"] == "real", bytes.count > 64, !beginnings.contains(row.name) {
                #expect(completeness == .complete, "\(path)")
            }
            if path.contains("truncated") && !path.contains("exif-tiff") && [.jpeg, .heic, .mp4, .mov].contains(format)
            {
                #expect(completeness != .complete, "\(path)")
            }
        }
    }

    /// Nil for what the reader of JPEGs does not read.
    private func metadata(of row: CorpusRow, in corpus: Corpus) throws -> MediaMetadata? {
        let source = MemoryByteSource(try corpus.folder.read(row.path))
        guard let format = MediaSniffer.format(of: source.bytes), [.jpeg, .exv].contains(format) else { return nil }
        let reader = MetadataReader(zone: .fixed(.utc))
        return try reader.read(source, format: format, modified: Timestamp(seconds: 1), now: Self.now)
    }

    /// The manifest writes as many decimals as the file has.
    private func withSixDecimals(_ text: String) -> String {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, parts[1].contains(where: { $0 != "0" }) else { return String(parts.first ?? "") }
        return "\(parts[0]).\(String((parts[1] + "000000").prefix(6)))"
    }
}

extension CivilTime {
    fileprivate var isoText: String {
        sqlText.split(separator: " ").joined(separator: "T")
    }
}
