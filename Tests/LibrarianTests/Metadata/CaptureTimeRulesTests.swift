import FactoryCore
import Testing

@testable import librarian

@Suite("The capture time")
struct CaptureTimeRulesTests {
    private static let modified = Timestamp(sqlText: "2025-05-05 05:05:05") ?? .distantPast

    private func capture(_ change: (inout ExifFields) -> Void) -> CaptureTime {
        var exif = ExifFields()
        change(&exif)
        let now = Timestamp(sqlText: "2026-11-21 00:00:00") ?? .distantPast
        let zone = LibraryZone.fixed(UTCOffset(minutes: 60) ?? .utc)
        let rules = CaptureTimeRules(
            now: now, clock: CaptureClock(zone: zone), satelliteTimes: [exif.satelliteTime].compactMap { $0 })
        var embedded = EmbeddedMetadata()
        embedded.exif = exif
        return rules.captureTime(
            of: StillDates.first(embedded), else: { StillDates.others(embedded, now: now) }, modified: Self.modified)
    }

    @Test("is the original's, with its own sub-seconds and offset")
    func original() {
        let time = capture {
            $0.original = ExifDate(text: "2024:03:09 19:50:38", subSeconds: "864 ", offset: "-06:00")
            $0.digitized = ExifDate(text: "2024:03:10 01:02:03", offset: "+02:00")
        }
        #expect(time.local.sqlText == "2024-03-09 19:50:38.864000")
        #expect(time.offset?.description == "-06:00")
        #expect(time.instant?.sqlText == "2024-03-10 01:50:38.864000")
        #expect(time.source == .exifOriginal)
        #expect(time.rejected.isEmpty)
    }

    @Test("takes its offset from the text, then from its own tag, then from those of the other dates")
    func offsets() {
        func offset(_ text: String, _ own: String?, _ digitized: String?, _ modified: String?) -> String? {
            capture {
                $0.original = ExifDate(text: text, offset: own)
                $0.digitized.offset = digitized
                $0.modified.offset = modified
                $0.satelliteTime = "2024:03:09 15:50:38"
            }.offset?.description
        }
        #expect(offset("2024:03:09 19:50:38+01:00", "+02:00", "+03:00", "+05:00") == "+01:00")
        #expect(offset("2024:03:09 19:50:38", "+02:00\0", "+03:00", "+05:00") == "+02:00")
        #expect(offset("2024:03:09 19:50:38", "   :  ", "+03:00", "+05:00") == "+03:00")
        #expect(offset("2024:03:09 19:50:38", "+15:00", nil, "+05:00") == "+05:00")
        #expect(offset("2024:03:09 19:50:38", nil, nil, nil) == "+04:00")
        #expect(offset("2024:03:09 19:57:38", nil, nil, nil) == nil)
    }

    @Test("passes over dates that cannot be, and remembers why")
    func rejected() {
        let time = capture {
            $0.original = ExifDate(text: "0000:00:00 00:00:00", subSeconds: "5", offset: "+02:00")
            $0.digitized = ExifDate(text: "2024:03:10 01:02:03")
        }
        #expect(time.source == .exifDigitized)
        #expect(time.local.sqlText == "2024-03-10 01:02:03")
        #expect(time.offset?.description == "+02:00")
        #expect(time.rejected.map(\.source) == [.exifOriginal])
        #expect(time.rejected.first?.reason == "is on no calendar and clock")
    }

    @Test("may be known to the day only")
    func day() {
        let time = capture { $0.original = ExifDate(text: "2024:03:09", offset: "+02:00") }
        #expect(time.precision == .day)
        #expect(time.offset == nil && time.instant == nil)
    }

    @Test("is the last change's where that differs from the satellites' time by a time zone")
    func modifiedNearSatelliteTime() {
        let time = capture {
            $0.modified = ExifDate(text: "2024:03:10 01:20:00")
            $0.satelliteTime = "2024:03:09 19:50:38.000000"
        }
        #expect(time.source == .exifModified)
        #expect(time.offset?.description == "+05:30")
    }

    @Test("else is the satellites' time, shown by the library's clock")
    func satelliteTime() {
        let time = capture {
            $0.modified = ExifDate(text: "2025:01:01 01:27:00")
            $0.satelliteTime = "2024:03:09 23:50:38.250000"
        }
        #expect(time.source == .satellites)
        #expect(time.local.sqlText == "2024-03-10 00:50:38.250000")
        #expect(time.instant?.sqlText == "2024-03-09 23:50:38.250000")
        #expect(time.rejected.map(\.reason) == ["does not differ from the satellites' time by a time zone"])
    }

    @Test("is the last change's before the file's own")
    func modified() {
        let time = capture { $0.modified = ExifDate(text: "2024:03:10 01:02:03", subSeconds: "x", offset: "+02:00") }
        #expect(time.source == .exifModified)
        #expect(time.local.sqlText == "2024-03-10 01:02:03")
        #expect(time.offset?.description == "+02:00")
        #expect(capture { $0.modified.text = "2024:03:10" }.rejected.map(\.reason) == ["has no time of day"])
    }

    @Test("is in the end the file's modification time, even with everything else refused")
    func fileModified() {
        let time = capture {
            $0.original.text = "1970:01:01 00:00:00"
            $0.digitized.text = "2038:01:19 03:14:07"
            $0.modified.text = "    :  :     :  :  "
            $0.satelliteTime = "1904:01:01 00:00:00"
        }
        #expect(time.source == .fileModified)
        #expect(time.local.sqlText == "2025-05-05 06:05:05")
        #expect(time.instant == Self.modified)
        #expect(time.rejected.count == 5)
    }
}
