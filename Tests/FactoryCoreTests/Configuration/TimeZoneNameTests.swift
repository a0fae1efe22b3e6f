import Testing

@testable import FactoryCore

@Suite("A time zone")
struct TimeZoneNameTests {
    @Test(
        "is known by its name or by its rule",
        arguments: [
            "Europe/Berlin", ":Europe/Berlin", "UTC", "GMT", "CET", "Etc/GMT+5", "America/Argentina/Ushuaia",
            "/usr/share/zoneinfo/Asia/Tokyo", "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT", "<+03>-3", "UTC0", "JST-9",
        ])
    func known(name: String) throws {
        try TimeZoneName.check(name)
    }

    @Test(
        "that the C library would take for UTC is refused",
        arguments: ["Europe/Atlantis", "Europe", "Berlin", "+02:00", "../../../etc/passwd", ":", "X1", "<+03"])
    func unknown(name: String) {
        let error = #expect(throws: SettingsError.self) { try TimeZoneName.check(name) }
        #expect(error?.description == "TZ is '\(name)', which is no time zone known on this machine")
    }
}
