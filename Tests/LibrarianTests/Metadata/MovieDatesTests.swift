import FactoryCore
import Testing

@testable import librarian

@Suite("The dates of a video")
struct MovieDatesTests {
    private static let modified = Timestamp(sqlText: "2025-05-05 05:05:05") ?? .distantPast
    private static let now = Timestamp(sqlText: "2026-11-21 00:00:00") ?? .distantPast
    private static let header = CaptureSource(rawValue: "QuickTime:CreateDate")

    private func capture(
        name: String = "a.mp4", _ sidecars: SidecarFacts = SidecarFacts(), _ change: (inout EmbeddedMetadata) -> Void
    ) -> CaptureTime {
        var embedded = EmbeddedMetadata()
        change(&embedded)
        let reader = MetadataReader(zone: .fixed(UTCOffset(minutes: 60) ?? .utc))
        return reader.metadata(
            of: embedded, format: .mp4, name: Array(name.utf8), sidecars: sidecars, modified: Self.modified,
            now: Self.now
        ).capture
    }

    private func instant(_ text: String) -> Timestamp {
        Timestamp(sqlText: text) ?? .distantPast
    }

    @Test("are texts before header times, Apple's Keys first")
    func order() {
        var embedded = EmbeddedMetadata()
        let texts = [
            "RIFF:DateCreated", "H264:DateTimeOriginal", "UserData:ContentCreateDate", "Keys:CreationDate",
            "Novel:Date",
            "XML:CreationDateValue",
        ]
        for text in texts { embedded.movie.texts[CaptureSource(rawValue: text)] = "2020-01-01T01:01:01+01:00" }
        embedded.xmp.original = "2020-01-01T01:01:01"
        embedded.exif.original.text = "2020:01:01 01:01:01"
        for header in ["Track1:TrackCreateDate", "QuickTime:CreateDate", "Matroska:DateTimeOriginal"] {
            embedded.movie.headerTimes[CaptureSource(rawValue: header)] = instant("2021-01-01 00:00:00")
        }
        embedded.movie.satelliteTime = instant("2021-01-01 00:00:00")
        embedded.exif.modified.text = "2021:01:01 00:00:00"
        let name = FileNameDate(name: "20090101_010101.mp4".utf8, now: Self.now)
        let sidecars = SidecarFacts(xmp: XMPFields(original: "2020"), takeout: TakeoutFields(taken: "1"))
        let found = MovieDates.candidates(embedded, name: name, sidecars: sidecars, now: Self.now)
        #expect(
            found.map(\.source.rawValue) == [
                "sidecar XMP-exif:DateTimeOriginal", "Keys:CreationDate", "XML:CreationDateValue",
                "UserData:ContentCreateDate", "XMP-exif:DateTimeOriginal", "H264:DateTimeOriginal",
                "EXIF:DateTimeOriginal", "RIFF:DateCreated", "Novel:Date", "QuickTime:CreateDate",
                "Track1:TrackCreateDate", "Matroska:DateTimeOriginal", "sidecar Takeout photoTakenTime", "filename",
                "GPS:GPSDateTime",
            ])
    }

    @Test("keep the offset that a text has; a Z makes an instant of it")
    func texts() {
        let keys = CaptureSource(rawValue: "Keys:CreationDate")
        let local = capture { $0.movie.texts[keys] = "2020-10-05T00:12:48-0500" }
        #expect(local.local.sqlText == "2020-10-05 00:12:48" && local.offset?.description == "-05:00")
        let zulu = capture { $0.movie.texts[keys] = "2020-10-05T00:12:48Z" }
        #expect(zulu.local.sqlText == "2020-10-05 01:12:48")
        #expect(zulu.instant?.sqlText == "2020-10-05 00:12:48.000000")
    }

    @Test("of XMP that a program may have written count only with an offset")
    func programs() {
        let time = capture { $0.xmp.digitizedByTool = "2020-10-05T00:12:48" }
        #expect(time.source == .fileModified)
        #expect(time.rejected.map(\.source) == [.xmpDigitizedByTool])
        #expect(capture { $0.xmp.digitizedByTool = "2020-10-05T00:12:48+01:00" }.source == .xmpDigitizedByTool)
    }

    @Test("in the header are UTC, shown by the recorder's offset or the library's clock")
    func header() {
        func time(_ offset: UTCOffset?) -> CaptureTime {
            capture {
                $0.movie.headerTimes[Self.header] = instant("2024-10-28 23:31:33")
                $0.movie.offset = offset
            }
        }
        #expect(time(nil).local.sqlText == "2024-10-29 00:31:33")
        #expect(time(UTCOffset(minutes: -240)).local.sqlText == "2024-10-28 19:31:33")
        #expect(time(UTCOffset(minutes: -240)).instant?.sqlText == "2024-10-28 23:31:33.000000")
        #expect(time(UTCOffset(minutes: -240)).source == Self.header)
    }

    @Test(
        "in the header confirm the wall clock of the name, as beginning or end of the recording",
        arguments: [
            ("2024-10-28 06:31:33", nil, "+09:00"), ("2024-10-28 06:33:33", nil, "+09:00"),
            ("2024-10-28 06:41:40", 606.5, "+09:00"), ("2024-10-28 09:46:40", nil, "+05:45"),
            ("2024-10-28 06:41:40", nil, nil), ("2024-10-27 06:31:33", nil, nil), ("1904-01-01 00:00:00", nil, nil),
        ])
    func name(header: String, duration: Double?, offset: String?) {
        let time = capture(name: "VID_20241028_153133.mp4") {
            $0.movie.headerTimes[Self.header] = instant(header)
            $0.movie.duration = duration
        }
        if let offset {
            #expect(time.source.rawValue == "filename+QuickTime:CreateDate")
            #expect(time.local.sqlText == "2024-10-28 15:31:33" && time.offset?.description == offset)
        } else {
            #expect(time.source == (header.hasPrefix("1904") ? .fileName : Self.header))
        }
    }

    @Test("of GoPro are wall clocks, with the offset of the satellites")
    func gopro() {
        func time(local: Bool, satellites: String?) -> CaptureTime {
            capture {
                $0.movie.headerTimes[Self.header] = instant("2021-06-01 15:45:32")
                $0.movie.headerTimesAreLocal = local
                $0.movie.satelliteTime = satellites.map(instant)
            }
        }
        for isGoPro in [true, false] {
            let time = time(local: isGoPro, satellites: "2021-06-01 23:45:14")
            #expect(time.local.sqlText == "2021-06-01 15:45:32" && time.offset?.description == "-08:00")
        }
        #expect(time(local: true, satellites: nil).local.sqlText == "2021-06-01 15:45:32")
        #expect(time(local: true, satellites: nil).offset == nil)
        #expect(time(local: false, satellites: "2021-06-01 15:45:30").local.sqlText == "2021-06-01 16:45:32")
    }

    @Test("of an unset clock are passed over, with the reason")
    func refused() {
        let time = capture(name: "VID-20180408-WA0007.mp4") {
            $0.movie.headerTimes[Self.header] = instant("1970-01-01 00:00:00")
            $0.exif.modified.text = "2020:01:01 00:00:01"
        }
        #expect(time.source == .fileName && time.precision == .day)
        #expect(time.rejected.map(\.source) == [Self.header])
    }
}
