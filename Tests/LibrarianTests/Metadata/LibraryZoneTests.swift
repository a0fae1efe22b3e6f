import FactoryCore
import Testing

@testable import librarian

@Suite("The library's zone")
struct LibraryZoneTests {
    @Test("shows an instant by its own clock")
    func fixed() throws {
        let offset = try #require(UTCOffset(minutes: -210))
        let (local, found) = LibraryZone.fixed(offset).clock(at: Timestamp(seconds: 0))
        #expect(local.sqlText == "1969-12-31 20:30:00")
        #expect(found == offset)
    }

    @Test(
        "of the process agrees with itself at any time",
        arguments: [-3_000_000_000, -1, 0, 1_700_000_000, 4_000_000_000])
    func process(seconds: Int) {
        let instant = Timestamp(seconds: seconds, nanoseconds: 250_000_000)
        let (local, offset) = LibraryZone.process.clock(at: instant)
        #expect(local.microsecond == 250_000)
        if let offset { #expect(Timestamp(local: local, offset: offset) == instant) }
    }

    @Test("survives the ends of time")
    func ends() {
        _ = LibraryZone.process.clock(at: .distantPast)
        _ = LibraryZone.process.clock(at: .distantFuture)
    }
}
