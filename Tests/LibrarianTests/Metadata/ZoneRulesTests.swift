import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import librarian

@Suite("The rules of a time zone")
struct ZoneRulesTests {
    private func offset(_ zone: String, _ instant: String) throws -> String? {
        ZoneFile.offset(of: zone, at: try #require(Timestamp(sqlText: instant)))?.description
    }

    @Test(
        "tell the offset in the past, today and in the far future",
        arguments: [
            ("Europe/Berlin", "1975-07-01 00:00:00", "+01:00"), ("Europe/Berlin", "2024-03-31 00:59:59", "+01:00"),
            ("Europe/Berlin", "2024-03-31 01:00:00", "+02:00"), ("Europe/Berlin", "2024-10-27 00:59:59", "+02:00"),
            ("Europe/Berlin", "2024-10-27 01:00:00", "+01:00"), ("Europe/Berlin", "2099-07-01 00:00:00", "+02:00"),
            ("America/New_York", "2050-01-01 00:00:00", "-05:00"),
            ("America/New_York", "2050-07-01 00:00:00", "-04:00"),
            ("Australia/Sydney", "2050-01-01 00:00:00", "+11:00"),
            ("Australia/Sydney", "2050-07-01 00:00:00", "+10:00"),
            ("Asia/Kathmandu", "2024-01-01 00:00:00", "+05:45"), ("Asia/Kolkata", "2060-01-01 00:00:00", "+05:30"),
            ("Pacific/Apia", "2011-12-30 09:59:59", "-10:00"), ("Pacific/Apia", "2011-12-30 10:00:00", "+14:00"),
            ("Etc/GMT+3", "2024-01-01 00:00:00", "-03:00"), ("Australia/Lord_Howe", "2050-01-01 00:00:00", "+11:00"),
            ("Africa/Casablanca", "2024-01-01 00:00:00", "+01:00"), ("America/Nuuk", "2060-07-01 00:00:00", "-01:00"),
        ])
    func known(zone: String, instant: String, expected: String) throws {
        #expect(try offset(zone, instant) == expected)
    }

    @Test("are none for a zone that the machine does not know")
    func unknown() throws {
        #expect(try offset("Nowhere/Land", "2024-01-01 00:00:00") == nil)
        #expect(try offset("", "2024-01-01 00:00:00") == nil)
        #expect(try offset("Europe/Berlin", "1850-01-01 00:00:00") == nil)
    }

    @Test("agree with the C library at the turns of the year for a century, in the process's zone")
    func likeTheLibrary() throws {
        let path = "/usr/share/zoneinfo/Europe/Berlin"
        let rules = try #require(ZoneRules(Array(TestFolder("/usr/share/zoneinfo/Europe").read("Berlin"))), "\(path)")
        let footer = try #require(ZoneFooter("CET-1CEST,M3.5.0,M10.5.0/3"))
        for seconds in stride(from: 1_000_000_000, to: 4_000_000_000, by: 400_000) {
            #expect(rules.offset(at: seconds) == footer.offset(at: seconds))
        }
    }

    @Test("end in a rule of POSIX")
    func footers() throws {
        func offset(_ text: String, _ instant: String) throws -> Int? {
            let seconds = Int(try #require(Timestamp(sqlText: instant)).microseconds / 1_000_000)
            return ZoneFooter(text)?.offset(at: seconds)
        }
        #expect(try offset("<+0545>-5:45", "2024-01-01 00:00:00") == 20_700)
        #expect(try offset("EST5EDT,J60/2,J300", "2024-02-29 12:00:00") == -18_000)
        #expect(try offset("EST5EDT,J60/2,J300", "2024-03-01 12:00:00") == -14_400)
        #expect(try offset("EST5EDT,59/2,300", "2024-02-29 12:00:00") == -14_400)
        #expect(try offset("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-31 00:59:59") == -7200)
        #expect(try offset("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-31 01:00:00") == -3600)
        #expect(try offset("IST-1GMT0,M10.5.0,M3.5.0/1", "2024-01-01 12:00:00") == 0)
        #expect(try offset("IST-1GMT0,M10.5.0,M3.5.0/1", "2024-07-01 12:00:00") == 3600)
        for text in ["", "CET", "CET-1CEST", "CET-1CEST,M13.1.0,M10.5.0", "CET-1CEST,M3.5.0", "-1", "CET-1 "] {
            #expect(ZoneFooter(text) == nil, "\(text)")
        }
    }

    @Test("survive a damaged file")
    func damaged() throws {
        let whole = Array(try TestFolder("/usr/share/zoneinfo/Europe").read("Berlin"))
        for length in stride(from: 0, to: whole.count, by: 7) {
            _ = ZoneRules(Array(whole.prefix(length)))?.offset(at: 1_700_000_000)
        }
        for position in whole.indices {
            var bytes = whole
            bytes[position] ^= 0xFF
            _ = ZoneRules(bytes)?.offset(at: 1_700_000_000)
        }
    }
}
