import FactoryCore
import TestSupport
import Testing

@testable import librarian

/// Compares what the readers of containers find, before any rule, with what the manifest says of the same tags.
@Suite("Containers over the corpus", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct ContainerCorpusTests {
    private static let formats: Set<MediaFormat> = [
        .heic, .heif, .avif, .cr3, .jxl, .jp2, .mov, .mp4, .threeGP, .matroska, .webm, .avi, .asf, .mpegTS,
    ]

    private struct Found {
        let row: CorpusRow
        let format: MediaFormat
        let metadata: EmbeddedMetadata
    }

    private func all() throws -> [Found] {
        let corpus = try Corpus()
        return try corpus.rows.compactMap { row in
            let source = MemoryByteSource(try corpus.folder.read(row.path))
            guard let format = MediaSniffer.format(of: source.bytes), Self.formats.contains(format) else { return nil }
            let metadata = try MetadataReader(zone: .fixed(.utc)).embedded(in: source, format: format)
            return Found(row: row, format: format, metadata: metadata)
        }
    }

    /// Counts the files where the manifest has the tag, and lists those where something else was found. Where the
    /// manifest has none, ExifTool may have refused a damaged file of which we use what is there.
    private func compare(
        _ column: String, least: Int, _ text: (EmbeddedMetadata, CorpusRow) -> String?
    ) throws {
        var right: [String: Int] = [:]
        var total: [String: Int] = [:]
        var wrong: [String] = []
        for found in try all() {
            let expected = found.row[column]
            guard !expected.isEmpty, !expected.hasPrefix("0000") else {
                if found.row["class"] == "real", let extra = text(found.metadata, found.row) {
                    wrong.append("\(found.row.path): none, found \(extra)")
                }
                continue
            }
            total[found.format.rawValue, default: 0] += 1
            if text(found.metadata, found.row) == expected {
                right[found.format.rawValue, default: 0] += 1
            } else {
                let other = text(found.metadata, found.row) ?? "nothing"
                wrong.append("\(found.row.path): \(expected), found \(other)")
            }
        }
        let counts = total.keys.sorted().map { "\($0) \(right[$0] ?? 0)/\(total[$0] ?? 0)" }
        print("\(column): \(counts.joined(separator: ", "))")
        #expect(total.values.reduce(0, +) >= least)
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    }

    @Test("have every EXIF date")
    func exif() throws {
        try compare("DateTimeOriginal", least: 20) { metadata, _ in metadata.exif.original.text }
        try compare("CreateDate", least: 20) { metadata, _ in metadata.exif.digitized.text }
        try compare("OffsetTimeOriginal", least: 8) { metadata, _ in metadata.exif.original.offset }
    }

    @Test("have every time of a movie's header")
    func headers() throws {
        try compare("QuickTimeCreateDate", least: 25) { metadata, row in
            let time = metadata.movie.headerTimes[.quickTimeCreate]?.utc.sqlText
            let text = time.map { $0.split(separator: "-").joined(separator: ":") }
            return text.map { row["QuickTimeCreateDate"].hasSuffix("+00:00") ? "\($0)+00:00" : $0 }
        }
    }

    @Test("have every date that is written as text")
    func texts() throws {
        try compare("KeysCreationDate", least: 7) { metadata, row in
            normalized(metadata.movie.texts[.keysCreationDate])
        }
        try compare("UserDataDate", least: 3) { metadata, _ in
            let texts = metadata.movie.texts
            return normalized(
                texts[.userDataContentCreateDate] ?? texts[.userDataOriginal] ?? texts[.itemListContentCreateDate])
        }
    }

    @Test("have every date of the other containers")
    func others() throws {
        let others: Set<MediaFormat> = [.matroska, .webm, .avi, .asf, .mpegTS]
        var (compared, wrong): (Int, [String]) = (0, [])
        for found in try all() where others.contains(found.format) {
            let movie = found.metadata.movie
            let time = movie.headerTimes.values.first?.utc.sqlText.prefix(19).split(separator: "-")
            let text = movie.texts.values.first ?? time.map { $0.joined(separator: ":") + "Z" } ?? ""
            let expected = found.row["OtherDate"]
            compared += expected.isEmpty ? 0 : 1
            // From dates with slashes ExifTool drops the seconds.
            let isSame = text == expected || expected.hasSuffix(":00") && text.dropLast(2) == expected.dropLast(2)
            if !isSame { wrong.append("\(found.row.path): \(expected), found \(text)") }
        }
        print("OtherDate: \(compared - wrong.count)/\(compared)")
        #expect(compared >= 10)
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    }

    /// Places of XMP alone are not looked at here.
    @Test("have every place")
    func places() throws {
        var (compared, wrong): (Int, [String]) = (0, [])
        for found in try all() {
            let place = found.metadata.exif.place ?? found.metadata.movie.place
            guard let latitude = Double(found.row["cap_lat"]), let longitude = Double(found.row["cap_lon"]) else {
                if let place { wrong.append("\(found.row.path): none, found \(place)") }
                continue
            }
            compared += 1
            guard let place, abs(place.latitude - latitude) < 0.0002, abs(place.longitude - longitude) < 0.0002 else {
                wrong.append("\(found.row.path): \(latitude), \(longitude), found \(String(describing: place))")
                continue
            }
        }
        print("Places: \(compared - wrong.count)/\(compared)")
        #expect(compared > 20)
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    }

    @Test("are not complained of when they are whole")
    func problems() throws {
        for found in try all() where found.row["class"] == "real" {
            #expect(found.metadata.problem == nil, "\(found.row.path)")
        }
    }

    /// ExifTool writes dates with colons, and offsets with one as well.
    private func normalized(_ text: String?) -> String? {
        guard let text, text.count > 10 else { return text }
        var clock = String(text.dropFirst(11))
        if let sign = clock.dropFirst(8).firstIndex(where: { "+-".contains($0) }), !clock[sign...].contains(":") {
            clock.insert(":", at: clock.index(clock.endIndex, offsetBy: -2))
        }
        return text.prefix(10).split(separator: "-").joined(separator: ":") + " " + clock
    }
}
