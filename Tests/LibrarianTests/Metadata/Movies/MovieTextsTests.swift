import FactoryCore
import Testing

@testable import librarian

@Suite("The texts of a movie")
struct MovieTextsTests {
    @Test("among its keys are Apple's date, place and identifier, and Samsung's offset")
    func keys() throws {
        let found = try ISOBytes.read(
            MovieBytes.movie(
                MovieBytes.keys([
                    ("com.apple.quicktime.make", "Apple"),
                    ("com.apple.quicktime.creationdate", "2012-08-09T13:17:17+0200"),
                    ("com.apple.quicktime.location.ISO6709", "+20.8784-013.1480+004.000/"),
                    ("com.apple.quicktime.content.identifier", "7f0a-bc"),
                    ("com.samsung.android.utc_offset", "+0900"),
                ])))
        #expect(found.movie.texts == [.keysCreationDate: "2012-08-09T13:17:17+0200"])
        #expect(found.movie.place == GeoPoint(latitude: 20.8784, longitude: -13.148))
        #expect(found.contentIdentifier == "7F0A-BC")
        #expect(found.movie.offset?.minutes == 540)
        #expect(!found.movie.headerTimesAreLocal)
    }

    @Test("in the user data are the day, the date and the place")
    func userData() throws {
        let place = MovieBytes.text("©xyz", "+46.9544+061.3521/")
        let found = try ISOBytes.read(
            MovieBytes.movie(
                ISOBytes.box(
                    "udta",
                    of: MovieBytes.text("©day", "2020-10-05T00:12:48-0500"), ISOBytes.box("date", Array("2020\0".utf8)),
                    place)))
        #expect(
            found.movie.texts == [.userDataContentCreateDate: "2020-10-05T00:12:48-0500", .userDataOriginal: "2020"])
        #expect(found.movie.place == GeoPoint(latitude: 46.9544, longitude: 61.3521))
    }

    @Test("in the list of iTunes are those of iTunes, and the user data's place goes first")
    func itemList() throws {
        let list = MovieBytes.itemList([("©day", "2019-05-06T07:08:09Z"), ("©xyz", "+10+020/")])
        let alone = try ISOBytes.read(MovieBytes.movie(ISOBytes.box("udta", list)))
        #expect(alone.movie.texts == [.itemListContentCreateDate: "2019-05-06T07:08:09Z"])
        #expect(alone.movie.place == GeoPoint(latitude: 10, longitude: 20))
        let both = try ISOBytes.read(
            MovieBytes.movie(ISOBytes.box("udta", list + MovieBytes.text("©xyz", "+30+040/"))))
        #expect(both.movie.place == GeoPoint(latitude: 30, longitude: 40))
    }

    @Test("may be written in every way that has been seen")
    func international() {
        let text = Array("+10+020/".utf8)
        #expect(MovieText.international([0, 8, 0, 0] + text + [0, 8, 1, 1] + text) == "+10+020/")
        #expect(MovieText.international([0, 12, 0, 0] + text) == "+10+020/")
        #expect(MovieText.international(text) == "+10+020/")
        #expect(MovieText.international([0, 4, 0, 0, 0xFE, 0xFF, 0, 0x41]) == "A")
        #expect(MovieText.international([0, 0, 0, 0]) == nil && MovieText.international([]) == nil)
        #expect(MovieText.international([0, 200, 0, 0, 1]) == nil)
        #expect(MovieText.item([0, 0, 0, 2, 0, 0, 0, 0, 0, 0x42]) == "B")
        #expect(MovieText.item([0, 0, 0, 1, 0, 0, 0, 0]) == nil)
    }

    @Test("of Sony are a date in XML and an offset in minutes")
    func sony() throws {
        let xml = """
            <?xml version="1.0"?><NonRealTimeMeta xmlns="urn:x"><Duration value="1"/>
            <CreationDate value="2023-06-28T11:15:42+09:00"/></NonRealTimeMeta>
            """
        let meta = ISOBytes.full("meta", MovieBytes.handler("nrtm") + ISOBytes.box("xml ", Array(xml.utf8)))
        let zone = ISOBytes.box(
            "MTDT", [0, 2, 0, 12, 0, 0, 0, 1, 0, 0, 0, 0, 65, 66, 0, 12, 0, 0, 0, 11, 0, 0, 0, 0] + [0xFE, 0xD4])
        let found = try ISOBytes.read(meta, MovieBytes.movie(ISOBytes.uuid(UUIDBox.sony, zone)))
        #expect(found.movie.texts == [.xmlCreationDate: "2023-06-28T11:15:42+09:00"])
        #expect(found.movie.offset?.minutes == -300)
        #expect(NonRealTimeMeta.creationDate(in: Array("<CreationDate value='x'/>".utf8)) == nil)
    }

    @Test("of 3GPP place it behind a name in either coding")
    func location() {
        let point: [UInt8] = [0, 0x00, 0x97, 0x80, 0x00, 0xFF, 0xDE, 0x80, 0x00, 0, 0, 0, 0]
        let expected = GeoPoint(latitude: -33.5, longitude: 151.5)
        #expect(LocationBox.place([0, 0, 0, 0, 0x15, 0xC7] + Array("Sydney\0".utf8) + point) == expected)
        #expect(LocationBox.place([0, 0, 0, 0, 0x15, 0xC7, 0] + point) == expected)
        #expect(LocationBox.place([0, 0, 0, 0, 0x15, 0xC7, 0xFE, 0xFF, 0, 0x53, 0, 0] + point) == expected)
        #expect(LocationBox.place([0, 0, 0, 0, 0x15, 0xC7, 0, 0, 0, 1]) == nil)
        #expect(LocationBox.place([0, 0, 0, 0, 0x15, 0xC7, 65, 66]) == nil)
    }
}
