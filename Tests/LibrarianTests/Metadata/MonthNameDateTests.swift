import FactoryCore
import Testing

@testable import librarian

@Suite("A date with the name of a month")
struct MonthNameDateTests {
    @Test(
        "is read as mail and ctime write it",
        arguments: [
            ("Tue, 13 Feb 2007 06:34:38 +0100", "2007-02-13 06:34:38", "+01:00"),
            ("Tue, 13 Feb 2007 06:34:38 GMT", "2007-02-13 06:34:38", "+00:00"),
            ("13 February 2007 06:34", "2007-02-13 06:34:00", nil),
            ("Mon Mar 10 15:04:43 2003\n\0", "2003-03-10 15:04:43", nil),
            ("MON MAR  1 15:04:43 2003", "2003-03-01 15:04:43", nil),
            ("Mar 10 15:04:43 2003", "2003-03-10 15:04:43", nil),
        ])
    func read(text: String, local: String, offset: String?) throws {
        let date = try DateText(MonthNameDate.normalized(text), now: .distantFuture)
        #expect(date.local.sqlText == local)
        #expect(date.offset?.description == offset)
        #expect(date.isZulu == text.hasSuffix("GMT"))
    }

    @Test(
        "leaves others as they are",
        arguments: [
            "", "2007:02:13 06:34:38", "Tue, 13 Feb 2007", "13 Ma 2007 06:34:38", "Mon Mar 10 2003 15:04:43",
            "a b c d e f",
            "13 Feb 07 06:34:38", String(repeating: "Mar ", count: 100),
        ])
    func others(text: String) {
        #expect(MonthNameDate.normalized(text) == text)
    }

    @Test("counts in containers, never in EXIF")
    func containers() {
        let text = "Mon Mar 10 15:04:43 2003"
        func source(_ format: MediaFormat, _ change: (inout EmbeddedMetadata) -> Void) -> CaptureSource {
            var embedded = EmbeddedMetadata()
            change(&embedded)
            return MetadataReader(zone: .fixed(.utc)).metadata(
                of: embedded, format: format, name: [], modified: Timestamp(seconds: 1), now: .distantFuture
            ).capture.source
        }
        let riff = CaptureSource(rawValue: "RIFF:DateTimeOriginal")
        let png = CaptureSource(rawValue: "PNG:CreationTime")
        #expect(source(.avi) { $0.movie.texts[riff] = text } == riff)
        #expect(source(.png) { $0.containerDates[png] = text } == png)
        #expect(source(.jpeg) { $0.exif.original.text = text } == .fileModified)
    }
}
