import FactoryCore
import Testing

@testable import librarian

@Suite("Google Takeout's JSON")
struct TakeoutJSONTests {
    private func fields(_ text: String) -> TakeoutFields? {
        TakeoutJSON.fields(of: Array(text.utf8))
    }

    @Test("tells time, place and name")
    func all() throws {
        let found = try #require(
            fields(
                """
                {"title": "a.jpg", "description": "x", "photoTakenTime": {"timestamp": "1643953698", "formatted": "x"},
                 "creationTime": {"timestamp": "1700000000"},
                 "geoData": {"latitude": 1.5, "longitude": 2.5, "altitude": 0.0},
                 "geoDataExif": {"latitude": -3.25, "longitude": 4.5}}
                """))
        #expect(found.taken == "1643953698" && found.title == "a.jpg")
        #expect(found.place == GeoPoint(latitude: -3.25, longitude: 4.5))
    }

    @Test("has no place at 0,0, and takes the one Google shows then")
    func places() {
        let time = #""photoTakenTime": {"timestamp": "1"}"#
        let none = #""geoDataExif": {"latitude": 0.0, "longitude": 0.0}"#
        #expect(fields("{\(time), \(none)}")?.place == nil)
        #expect(
            fields(#"{\#(time), \#(none), "geoData": {"latitude": 1, "longitude": 2}}"#)?.place
                == GeoPoint(latitude: 1, longitude: 2))
        #expect(fields(#"{\#(time), "geoData": {"latitude": 91, "longitude": 2}}"#)?.place == nil)
    }

    @Test("forgives members of other types")
    func lenient() {
        let found = fields(#"{"photoTakenTime": {"timestamp": -86400}, "title": 5, "geoData": "here"}"#)
        #expect(found == TakeoutFields(taken: "-86400"))
    }

    @Test(
        "is not every JSON",
        arguments: [
            "", "{}", "[]", "null", #"{"title": "Album", "date": {"timestamp": "1"}}"#, #"{"photoTakenTime": {}}"#,
            #"{"photoTakenTime": "1"}"#, #"{"photoTakenTime": {"timestamp": null}}"#, "{\"photoTakenTime\"",
        ])
    func others(text: String) {
        #expect(fields(text) == nil)
    }

    @Test("is refused when it is too large, or nested without end")
    func bounds() {
        let large = #"{"photoTakenTime": {"timestamp": "1"}, "d": ""# + String(repeating: "x", count: 1 << 20) + "\"}"
        #expect(fields(large) == nil)
        #expect(fields(String(repeating: "[", count: 100_000)) == nil)
    }
}
