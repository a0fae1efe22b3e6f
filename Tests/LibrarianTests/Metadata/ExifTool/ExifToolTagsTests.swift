import FactoryCore
import Testing

@testable import librarian

@Suite("ExifTool's tags")
struct ExifToolTagsTests {
    private func metadata(_ tags: [String: String], _ kind: MediaKind = .photo) -> EmbeddedMetadata {
        EmbeddedMetadata(ExifToolTags(tags), kind: kind)
    }

    @Test("become the fields that our own readers fill")
    func stills() throws {
        let found = metadata([
            "ExifIFD:DateTimeOriginal": "a", "IFD0:DateTimeOriginal": "no", "ExifIFD:SubSecTimeOriginal": "b",
            "ExifIFD:OffsetTimeOriginal": "c", "ExifIFD:CreateDate": "d", "ExifIFD:SubSecTimeDigitized": "e",
            "ExifIFD:OffsetTimeDigitized": "f", "IFD0:ModifyDate": "g", "ExifIFD:SubSecTime": "h",
            "ExifIFD:OffsetTime": "i", "Composite:GPSDateTime": "2020:01:02 03:04:05Z",
            "XMP-exif:DateTimeOriginal": "j",
            "XMP-photoshop:DateCreated": "k", "XMP-xmp:CreateDate": "l", "XMP-exif:DateTimeDigitized": "m",
            "XMP-xmp:ModifyDate": "n", "XMP-exif:GPSDateTime": "o", "IPTC:DateCreated": "2020:01:02",
            "IPTC:TimeCreated": "03:04:05+09:00", "Composite:GPSLatitude": "-12.5", "Composite:GPSLongitude": "100",
            "Apple:ContentIdentifier": "ab-c", "SigmaRaw:DateTimeOriginal": "p", "OpenEXR:DateTimeOriginal": "q",
        ])
        #expect(found.exif.original == ExifDate(text: "a", subSeconds: "b", offset: "c"))
        #expect(found.exif.digitized == ExifDate(text: "d", subSeconds: "e", offset: "f"))
        #expect(found.exif.modified == ExifDate(text: "g", subSeconds: "h", offset: "i"))
        #expect(found.exif.satelliteTime == "2020:01:02 03:04:05")
        #expect(found.exif.place == GeoPoint(latitude: -12.5, longitude: 100))
        let xmp = [found.xmp.original, found.xmp.created, found.xmp.digitizedByTool, found.xmp.digitized]
        #expect(xmp == ["j", "k", "l", "m"] && found.xmp.modified == "n" && found.xmp.satelliteTime == "o")
        #expect(found.iptc == IPTCFields(dateCreated: "20200102", timeCreated: "030405+0900"))
        #expect(found.contentIdentifier == "AB-C" && found.problem == nil)
        #expect(found.containerDates == [.sigmaOriginal: "p", .openEXROriginal: "q"])
    }

    @Test(
        "of the shutter's moment are believed in their order",
        arguments: ["ExifIFD", "IFD0", "SubIFD", "CanonRaw", "IFD1"].indices)
    func order(first: Int) {
        let groups = ["ExifIFD", "IFD0", "SubIFD", "CanonRaw", "IFD1"][first...]
        let tags = Dictionary(uniqueKeysWithValues: groups.map { ("\($0):DateTimeOriginal", $0) })
        #expect(metadata(tags).exif.original.text == groups.first)
    }

    @Test("of videos become texts, instants and a place")
    func movies() throws {
        let found = metadata(
            [
                "Keys:CreationDate": "a", "UserData:DateTimeOriginal": "b", "DV:DateTimeOriginal": "c",
                "QuickTime:CreateDate": "2020:01:02 03:04:05", "Track2:MediaCreateDate": "0000:00:00 00:00:00",
                "Track1:MediaCreateDate": "2020:01:02 03:04:06+00:00",
                "Matroska:DateTimeOriginal": "2021:01:02 03:04:05Z", "QuickTime:Duration": "12.5",
                "QuickTime:TimeZone": "120", "Composite:GPSLatitude": "1", "Composite:GPSLongitude": "2",
            ], .video)
        #expect(found.movie.texts == [.keysCreationDate: "a", .userDataOriginal: "b", .dvOriginal: "c"])
        let instants = [
            CaptureSource.quickTimeCreate: Timestamp(sqlText: "2020-01-02 03:04:05"),
            .matroskaOriginal: Timestamp(sqlText: "2021-01-02 03:04:05"),
            .mediaCreate(1): Timestamp(sqlText: "2020-01-02 03:04:06"),
        ]
        #expect(found.movie.headerTimes == instants.compactMapValues { $0 } && found.movie.headerTimes.count == 3)
        #expect(found.movie.duration == 12.5 && found.movie.offset == UTCOffset(minutes: 120))
        #expect(found.movie.place == GeoPoint(latitude: 1, longitude: 2) && found.exif.place == nil)
        #expect(metadata(["Keys:AndroidTimeZone": "+0530", "QuickTime:TimeZone": "1"]).movie.offset?.minutes == 330)
    }

    @Test(
        "that make no sense are none",
        arguments: [
            ["Composite:GPSLatitude": "91", "Composite:GPSLongitude": "2"], ["Composite:GPSLatitude": "1"],
            ["Composite:GPSLatitude": "inf", "Composite:GPSLongitude": "nan"], ["QuickTime:TimeZone": "9999"],
            ["QuickTime:TimeZone": "1e300"], ["QuickTime:Duration": "undef"], ["QuickTime:CreateDate": "now"],
            ["ExifIFD:DateTimeOriginal": ""], ["Other:DateTimeOriginal": "2020:01:02 03:04:05"],
        ])
    func senseless(tags: [String: String]) {
        #expect(metadata(tags) == EmbeddedMetadata() && metadata(tags, .video) == EmbeddedMetadata())
    }

    @Test("are read from JSON, be they texts or numbers")
    func json() throws {
        let text = #"[{"a:b":"x","a:c":06.5,"a:d":12,"a:e":[1],"a:f":{"g":1},"a:h":null,"a:i":-1.25,"a:j":true}]"#
        let tags = try ExifToolTags(json: Array(text.replacing("06.5", with: "6.5").utf8))
        let values = ["b", "c", "d", "e", "f", "h", "i"].map { tags?.text("a:\($0)") }
        #expect(values == ["x", "6.5", "12", nil, nil, nil, "-1.25"])
        #expect(try ExifToolTags(json: Array(" \n".utf8)) == nil)
        let long = String(repeating: "9", count: 300)
        #expect(try ExifToolTags(json: Array("[{\"a:b\":\"\(long)\"}]".utf8))?.text("a:b") == nil)
    }

    @Test("are not read from what is no list of one object", arguments: ["{}", "[]", "[{},{}]", "[1]", "x", "[{"])
    func garbage(text: String) {
        #expect(throws: ExifToolError.unreadable) { try ExifToolTags(json: Array(text.utf8)) }
    }

    @Test("complete what our own readers found, and replace none of it")
    func gaps() {
        var own = EmbeddedMetadata()
        own.exif.original.text = "own"
        own.movie.texts = [.dvOriginal: "own"]
        own.fillGaps(
            fromFallback: metadata(
                [
                    "ExifIFD:DateTimeOriginal": "other", "ExifIFD:CreateDate": "other", "DV:DateTimeOriginal": "other",
                    "H264:DateTimeOriginal": "other", "QuickTime:Duration": "1",
                ], .video))
        #expect(own.exif.original.text == "own" && own.exif.digitized.text == "other")
        #expect(own.movie.texts == [.dvOriginal: "own", .h264Original: "other"] && own.movie.duration == 1)
    }

    @Test("come in any pieces, and no further than a limit")
    func framing() throws {
        var answer = ExifToolAnswer(endingWith: ExifToolQuestion(path: "/a", number: 7).endOfAnswer)
        let bytes = Array("[{}]\n{ready7}\n".utf8)
        for byte in bytes.dropLast() { #expect(try answer.take([byte]) == nil) }
        #expect(try answer.take(bytes.suffix(1)) == Array("[{}]\n".utf8))
        var endless = ExifToolAnswer(endingWith: [1])
        #expect(throws: ExifToolError.tooLong) { try endless.take([UInt8](repeating: 0, count: (1 << 20) + 1)) }
    }
}
