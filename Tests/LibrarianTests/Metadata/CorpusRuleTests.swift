import FactoryCore
import TestSupport
import Testing

@testable import librarian

/// The rule alone, over what another program found in the corpus.
@Suite("The rule over the corpus", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct CorpusRuleTests {
    private static let modified = Timestamp(seconds: 1_234_567_890)

    @Test("chooses the date, the offset and the source that are expected")
    func choice() throws {
        var (compared, wrong): (Int, [String]) = (0, [])
        for row in try Corpus().rows where isStated(row) {
            compared += 1
            let isVideo = row["mime"].hasPrefix("video/")
            let reader = MetadataReader(zone: .fixed(.utc))
            let capture = reader.metadata(
                of: try embedded(row), format: isVideo ? .mov : .jpeg, name: Array(row.name.utf8),
                modified: Self.modified, now: CorpusTests.now
            ).capture
            let expected = [row.captureSource, local(row), row["cap_offset"]]
            let isInstant = row["cap_local"].isEmpty
            let found = [
                capture.source.rawValue, String(capture.local.sqlText.prefix(19)),
                isInstant ? "" : capture.offset?.description ?? "",
            ]
            if expected != found { wrong.append("\(row.path): \(expected), found \(found)") }
        }
        #expect(compared > 250)
        #expect(wrong.isEmpty, "\(wrong.count) of \(compared):\n\(wrong.joined(separator: "\n"))")
    }

    /// Dates that the manifest does not repeat in a column of their own cannot be handed to the rule.
    private func isStated(_ row: CorpusRow) -> Bool {
        switch row.captureSource {
        case let source where source.hasPrefix("sidecar"): false
        case let source where source.hasPrefix("ModifyDate:"): !row["ModifyDate"].isEmpty
        case "GPS:GPSDateTime": !row["GPSDateTime"].isEmpty
        default: !row.captureSource.isEmpty
        }
    }

    private func local(_ row: CorpusRow) -> String {
        let text = [row["cap_local"], row["cap_utc"]].first { !$0.isEmpty }
        return text.map { String($0.prefix(19).map { $0 == "T" ? " " : $0 }) }
            ?? String(Self.modified.utc.sqlText.prefix(19))
    }

    private func embedded(_ row: CorpusRow) throws -> EmbeddedMetadata {
        func text(_ column: String) -> String? { row[column].isEmpty ? nil : row[column] }
        var result = EmbeddedMetadata()
        result.exif.original = ExifDate(
            text: text("DateTimeOriginal"), subSeconds: text("SubSecTimeOriginal"), offset: text("OffsetTimeOriginal"))
        result.exif.digitized = ExifDate(
            text: text("CreateDate"), subSeconds: text("SubSecTimeDigitized"), offset: text("OffsetTimeDigitized"))
        result.exif.modified = ExifDate(text: text("ModifyDate"), offset: text("OffsetTime"))
        result.exif.satelliteTime = text("GPSDateTime")
        result.xmp.original = text("XMP_DateTimeOriginal")
        result.xmp.created = text("XMP_DateCreated")
        result.xmp.digitizedByTool = text("XMP_CreateDate")
        let iptc = row["IPTC_DateTimeCreated"].split(separator: " ").map(String.init)
        (result.iptc.dateCreated, result.iptc.timeCreated) = (iptc.first, iptc.dropFirst().first)
        // The columns do not say where these stood.
        if row.captureSource.hasPrefix("ModifyDate:"), row.captureSource != "ModifyDate:IFD0" {
            result.containerDates[CaptureSource(rawValue: row.captureSource)] = result.exif.modified.text
            result.exif.modified.text = nil
        }
        addMovie(row, text, to: &result)
        return result
    }

    private func addMovie(
        _ row: CorpusRow, _ text: (String) -> String?, to result: inout EmbeddedMetadata
    ) {
        result.movie.texts[CaptureSource(rawValue: "Keys:CreationDate")] = text("KeysCreationDate")
        result.movie.texts[CaptureSource(rawValue: "UserData:ContentCreateDate")] = text("UserDataDate")
        let header = CaptureSource(rawValue: "QuickTime:CreateDate")
        result.movie.headerTimes[header] = text("QuickTimeCreateDate").flatMap(time)
        // The recorder's own offset has no column either.
        if row.captureSource == header.rawValue { result.movie.offset = UTCOffset(row["cap_offset"]) }
        result.movie.duration = Double(row["Duration"])
        guard let other = text("OtherDate") else { return }
        let source = CaptureSource(rawValue: row.captureSource)
        switch row.captureSource {
        case "Matroska:DateTimeOriginal", "ASF:CreationDate": result.movie.headerTimes[source] = time(other)
        case "H264:DateTimeOriginal", "RIFF:DateTimeOriginal": result.movie.texts[source] = other
        case "PNG:CreationTime": result.containerDates[source] = other
        default: break
        }
    }

    private func time(_ text: String) -> Timestamp? {
        (try? DateText(text, now: .distantFuture)).map { Timestamp(local: $0.local, offset: $0.offset ?? .utc) }
    }
}
