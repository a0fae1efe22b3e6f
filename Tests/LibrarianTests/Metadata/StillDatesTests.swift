import FactoryCore
import Testing

@testable import librarian

@Suite("The dates of a still")
struct StillDatesTests {
    private static let modified = Timestamp(sqlText: "2025-05-05 05:05:05") ?? .distantPast
    private static let now = Timestamp(sqlText: "2026-11-21 00:00:00") ?? .distantPast

    private func metadata(
        name: String = "a.jpg", _ sidecars: SidecarFacts = SidecarFacts(), placeZones: PlaceZones = .off,
        _ change: (inout EmbeddedMetadata) -> Void = { _ in }
    ) -> MediaMetadata {
        var embedded = EmbeddedMetadata()
        change(&embedded)
        let reader = MetadataReader(zone: .fixed(UTCOffset(minutes: 60) ?? .utc), placeZones: placeZones)
        return reader.metadata(
            of: embedded, format: .jpeg, name: Array(name.utf8), sidecars: sidecars, modified: Self.modified,
            now: Self.now)
    }

    /// Everything that a still may have, each with a date of its own.
    private func fill(_ embedded: inout EmbeddedMetadata) {
        embedded.exif.original.text = "2001:01:01 01:01:01"
        embedded.xmp.original = "2002-01-01T01:01:01"
        embedded.xmp.created = "2003-01-01"
        embedded.iptc.dateCreated = "20040101"
        embedded.exif.digitized.text = "2005:01:01 01:01:01"
        embedded.xmp.digitizedByTool = "2006-01-01T01:01:01"
        embedded.xmp.digitized = "2006-02-01T01:01:01"
        embedded.containerDates = [
            CaptureSource(rawValue: "PNG:CreationTime"): "2007-01-01T01:01:01",
            CaptureSource(rawValue: "ModifyDate:PNG"): "2013-01-01T01:01:01",
        ]
        embedded.exif.satelliteTime = "2010:01:01 01:01:01"
        embedded.exif.modified.text = "2011:01:01 01:01:01"
        embedded.xmp.modified = "2012-01-01T01:01:01"
    }

    @Test("are believed in the order of the rule")
    func order() {
        var sidecars = SidecarFacts()
        sidecars.xmp = XMPFields()
        sidecars.xmp?.original = "2000-01-01T01:01:01"
        sidecars.takeout = TakeoutFields(taken: "1199149261")
        var embedded = EmbeddedMetadata()
        fill(&embedded)
        let name = FileNameDate(name: "20090101_010101.jpg".utf8, now: Self.now)
        let first = StillDates.first(embedded, sidecars: sidecars)
        let others = StillDates.others(embedded, name: name, sidecars: sidecars, now: Self.now)
        #expect(
            (first + others).map(\.source.rawValue) == [
                "sidecar XMP-exif:DateTimeOriginal", "EXIF:DateTimeOriginal", "XMP-exif:DateTimeOriginal",
                "XMP-photoshop:DateCreated", "IPTC:DateCreated", "EXIF:DateTimeDigitized", "XMP-xmp:CreateDate",
                "XMP-exif:DateTimeDigitized", "PNG:CreationTime", "sidecar Takeout photoTakenTime", "filename",
                "ModifyDate:IFD0", "GPS:GPSDateTime", "ModifyDate:IFD0", "ModifyDate:XMP-xmp", "ModifyDate:PNG",
            ])
        for day in ["IMG-20090101-WA0001.jpg", "PXL_20090101_010101.jpg"] {
            let name = FileNameDate(name: day.utf8, now: Self.now)
            let found = StillDates.others(embedded, name: name, now: Self.now).map(\.source)
            #expect(found.firstIndex(of: .fileName) == found.firstIndex(of: .satellites).map { $0 + 1 })
        }
    }

    @Test("of a sidecar win, one that cannot be believed does not")
    func sidecar() {
        var sidecars = SidecarFacts()
        sidecars.xmp = XMPFields()
        sidecars.xmp?.original = "0000-00-00T00:00:00"
        sidecars.xmp?.created = "2000-02-03"
        let capture = metadata(sidecars, fill).capture
        #expect(capture.source.rawValue == "sidecar XMP-photoshop:DateCreated")
        #expect(capture.precision == .day && capture.local.sqlText == "2000-02-03 00:00:00")
        #expect(capture.rejected.map(\.source.rawValue) == ["sidecar XMP-exif:DateTimeOriginal"])
    }

    @Test("take the offset of an XMP date with the same local time")
    func twin() {
        let capture = metadata {
            $0.exif.original.text = "2024:03:09 19:50:38"
            $0.xmp.original = "2024-03-09T19:50:39+05:00"
            $0.xmp.created = "2024-03-09T19:50:38.25+04:00"
        }.capture
        #expect(capture.offset?.description == "+04:00")
        #expect(capture.source == .exifOriginal)
    }

    @Test("of XMP are an instant when they end in Z")
    func zulu() {
        let capture = metadata { $0.xmp.original = "2024-03-09T23:50:38.5Z" }.capture
        #expect(capture.local.sqlText == "2024-03-10 00:50:38.500000")
        #expect(capture.instant?.sqlText == "2024-03-09 23:50:38.500000")
        let local = metadata { $0.xmp.original = "2024-03-09T23:50:38+00:00" }.capture
        #expect(local.local.sqlText == "2024-03-09 23:50:38" && local.offset == .utc)
    }

    @Test(
        "of IPTC are joined from two fields",
        arguments: [
            ("20180116", "215734+0900", "2018-01-16 21:57:34", "+09:00"),
            ("20180116", "21:57:34", "2018-01-16 21:57:34", nil),
            ("2018:01:16", "2157", "2018-01-16 21:57:00", nil), ("20180116", nil, "2018-01-16 00:00:00", nil),
            ("20180116 ", "      ", "2018-01-16 00:00:00", nil), ("20180116", "256199", "2018-01-16 00:00:00", nil),
        ])
    func iptc(date: String, time: String?, local: String, offset: String?) {
        let capture = metadata {
            $0.iptc.dateCreated = date
            $0.iptc.timeCreated = time
        }.capture
        #expect(capture.source == .iptcCreated)
        #expect(capture.local.sqlText == local)
        #expect(capture.offset?.description == offset)
    }

    @Test("are those of Google before that of the name")
    func takeout() {
        let sidecars = SidecarFacts(takeout: TakeoutFields(taken: "1643953698"))
        let capture = metadata(name: "IMG_20190509_154733.jpg", sidecars).capture
        #expect(capture.source == .takeout)
        #expect(capture.instant?.sqlText == "2022-02-04 05:48:18.000000")
        let unset = SidecarFacts(takeout: TakeoutFields(taken: "0"))
        let name = metadata(name: "IMG_20190509_154733.jpg", unset).capture
        #expect(name.source == .fileName && name.rejected.map(\.source) == [.takeout])
    }

    @Test("of the name take their offset from the satellites' time")
    func nameWithSatelliteTime() {
        let capture = metadata(name: "IMG_20190509_154733.jpg") { $0.xmp.satelliteTime = "2019-05-09T06:47:00Z" }
            .capture
        #expect(capture.source == .fileName)
        #expect(capture.offset?.description == "+09:00")
    }

    @Test("that are instants are shown by the clock of the place")
    func placed() {
        func capture(_ placeZones: PlaceZones) -> CaptureTime {
            metadata(placeZones: placeZones) {
                $0.exif.satelliteTime = "2024:03:09 20:50:38"
                $0.exif.place = GeoPoint(latitude: 35.68, longitude: 139.69)
            }.capture
        }
        #expect(capture(.on).local.sqlText == "2024-03-10 05:50:38")
        #expect(capture(.on).offset?.description == "+09:00")
        #expect(capture(.off).local.sqlText == "2024-03-09 21:50:38")
        let nowhere = metadata(placeZones: .on) { $0.exif.satelliteTime = "2024:03:09 20:50:38" }.capture
        #expect(nowhere.local.sqlText == "2024-03-09 21:50:38")
    }

    @Test("are those of a movie's header where a picture moves and has no others")
    func moving() {
        let header = CaptureSource(rawValue: "QuickTime:CreateDate")
        func capture(_ original: String?) -> CaptureTime {
            metadata(name: "20200101.avif") {
                $0.exif.original.text = original
                $0.movie.headerTimes[header] = Timestamp(sqlText: "2020-09-13 22:30:27")
            }.capture
        }
        #expect(capture(nil).source == header && capture(nil).local.sqlText == "2020-09-13 23:30:27")
        #expect(capture("2019:01:01 01:01:01").source == .exifOriginal)
    }

    @Test("come with a place: that of the XMP beside it, of EXIF, of XMP, of Google")
    func place() throws {
        let points = try (1...4).map { try #require(GeoPoint(latitude: Double($0), longitude: 1)) }
        var sidecars = SidecarFacts(takeout: TakeoutFields(place: points[3]))
        #expect(metadata(sidecars).place == points[3])
        #expect(metadata(sidecars, { $0.xmp.place = points[2] }).place == points[2])
        func both(_ embedded: inout EmbeddedMetadata) {
            (embedded.exif.place, embedded.xmp.place) = (points[1], points[2])
        }
        #expect(metadata(sidecars, both).place == points[1])
        sidecars.xmp = XMPFields(place: points[0])
        #expect(metadata(sidecars, both).place == points[0])
    }

    @Test("that are none of the file's are told with its problem")
    func problem() {
        func problem(_ name: String, _ text: String?) -> String? {
            metadata(name: name) {
                $0.note("It is torn.")
                $0.exif.original.text = text
            }.problem
        }
        #expect(problem("a.jpg", "2024:03:09 19:50:38") == "It is torn.")
        #expect(problem("20200101.jpg", nil) == "It is torn. Its date was taken from the file name.")
        #expect(problem("a.jpg", nil) == "It is torn. Its date was taken from the file's modification time.")
        #expect(metadata().problem == nil)
    }

    @Test("and a name that says another format is told")
    func note() {
        #expect(metadata(name: "a.PNG").note == "The name ends in .PNG, but the content is JPEG.")
        #expect(metadata(name: "a.jpg").note == nil)
        #expect(metadata(name: "a").note == nil && metadata(name: "a.unheard").note == nil)
    }
}
