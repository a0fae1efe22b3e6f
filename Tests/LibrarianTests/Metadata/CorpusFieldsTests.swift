import FactoryCore
import TestSupport
import Testing

@testable import librarian

/// Compares what the readers find, before any rule judges it, with what another program found in the same files.
@Suite("Raw fields over the corpus", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct CorpusFieldsTests {
    static let stills: Set<MediaFormat> = [
        .jpeg, .exv, .tiff, .cr2, .rw2, .orf, .raf, .mrw, .crw, .x3f, .psd, .png, .webp, .gif, .jxr,
    ]

    /// What the other program reads differently, and rightly may.
    private static let exceptions: Set<String> = [
        // Cut short: it gives up at the first value that is missing, and never comes to the EXIF directory.
        "raw-cr2.cr2",
        // Its XMP has an element with a slash in its name, which no XML may have.
        "exiv2-bug1026.jpg",
        // Its place stands in the JSON beside it.
        "takeout.jpg",
    ]

    @Test("agree with the manifest")
    func fields() throws {
        let corpus = try Corpus()
        var right: [MediaFormat: Int] = [:]
        var wrong: [String] = []
        for row in corpus.rows {
            let source = MemoryByteSource(try corpus.folder.read(row.path))
            guard let format = MediaSniffer.format(of: source.bytes), Self.stills.contains(format),
                !Self.exceptions.contains(row.name)
            else { continue }
            let metadata = try MetadataReader().embedded(in: source, format: format)
            let faults = differences(metadata, row)
            if faults.isEmpty { right[format, default: 0] += 1 }
            wrong += faults.map { "\(format.rawValue) \(row.path): \($0)" }
        }
        print("Right:", right.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" })
        #expect(right.values.reduce(0, +) > 160)
        #expect(wrong.isEmpty, "\(wrong.count):\n\(wrong.joined(separator: "\n"))")
    }

    @Test("of whole files are read without a complaint")
    func problems() throws {
        let corpus = try Corpus()
        for row in corpus.rows where row["class"] == "real" && row["et_warning"].isEmpty && row["et_error"].isEmpty {
            let source = MemoryByteSource(try corpus.folder.read(row.path))
            guard let format = MediaSniffer.format(of: source.bytes), Self.stills.contains(format) else { continue }
            let metadata = try MetadataReader().embedded(in: source, format: format)
            #expect(metadata.problem == nil, "\(row.path)")
        }
    }

    private func differences(_ metadata: EmbeddedMetadata, _ row: CorpusRow) -> [String] {
        let texts: [(String, String?)] = [
            ("DateTimeOriginal", metadata.exif.original.text),
            ("SubSecTimeOriginal", metadata.exif.original.subSeconds),
            ("OffsetTimeOriginal", metadata.exif.original.offset),
            ("CreateDate", metadata.exif.digitized.text),
            ("SubSecTimeDigitized", metadata.exif.digitized.subSeconds),
            ("OffsetTimeDigitized", metadata.exif.digitized.offset),
            ("ModifyDate", metadata.exif.modified.text),
            ("OffsetTime", metadata.exif.modified.offset),
            ("XMP_DateTimeOriginal", metadata.xmp.original),
            ("XMP_DateCreated", metadata.xmp.created),
            ("XMP_CreateDate", metadata.xmp.digitizedByTool),
            ("IPTC_DateTimeCreated", metadata.iptc.text),
            ("GPSDateTime", metadata.exif.satelliteTime),
        ]
        var faults = texts.filter { plain($0.1 ?? "") != plain(row[$0.0]) }
            .map { "\($0.0) is \(row[$0.0]), found \($0.1 ?? "none")" }
        let place = metadata.exif.place ?? metadata.xmp.place
        if !agrees(place, row) {
            faults.append("place is \(row["cap_lat"]), \(row["cap_lon"]), found \(place?.json ?? "none")")
        }
        return faults
    }

    private func agrees(_ place: GeoPoint?, _ row: CorpusRow) -> Bool {
        guard let latitude = Double(row["cap_lat"]), let longitude = Double(row["cap_lon"]) else { return place == nil }
        guard let place else { return false }
        return abs(place.latitude - latitude) < 0.0002 && abs(place.longitude - longitude) < 0.0002
    }

    /// The manifest writes every date in EXIF's form, and leaves blanks, zeros behind a second's decimals and the
    /// letter Z away, or not.
    private func plain(_ text: String) -> String {
        var text = text.map { "-T/ Z".contains($0) ? ":" : $0 }
        while text.last == ":" { text.removeLast() }
        if text.contains(".") {
            while text.last == "0" { text.removeLast() }
            if text.last == "." { text.removeLast() }
        }
        return String(text).split(separator: ":").joined(separator: ":")
    }
}

extension IPTCFields {
    /// Date and time in EXIF's form.
    fileprivate var text: String? {
        guard let date = dateCreated, date.count == 8 else { return dateCreated }
        let day = [date.prefix(4), date.dropFirst(4).prefix(2), date.suffix(2)].joined(separator: ":")
        guard let time = timeCreated, time.count >= 6 else { return day }
        let clock = [time.prefix(2), time.dropFirst(2).prefix(2), time.dropFirst(4).prefix(2)].joined(separator: ":")
        let zone = time.dropFirst(6)
        return "\(day) \(clock)" + (zone.count == 5 ? "\(zone.prefix(3)):\(zone.suffix(2))" : "")
    }
}
