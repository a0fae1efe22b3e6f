import FactoryCore
import Testing

@testable import librarian

@Suite("The text of a date")
struct DateTextTests {
    private static let now = Timestamp(sqlText: "2026-11-21 00:00:00") ?? .distantPast

    @Test(
        "is read in its accepted forms",
        arguments: [
            ("2024:03:09 19:50:38", "2024-03-09 19:50:38", nil),
            ("2024-3-9T9:05", "2024-03-09 09:05:00", nil),
            ("2024/03/09 19:50:38.86", "2024-03-09 19:50:38.860000", nil),
            ("2024.03.09 19:50:38,5+02:00", "2024-03-09 19:50:38.500000", "+02:00"),
            ("  2024:03:09 19:50:60 -0330\0\0", "2024-03-09 19:50:59", "-03:30"),
            ("2024:03:09:19:50:38Z ", "2024-03-09 19:50:38", "+00:00"),
            ("2024:03:09 19:50:38+15:00", "2024-03-09 19:50:38", nil),
            ("2024:03:09 19:50:38 +05:75", "2024-03-09 19:50:38", nil),
            ("2024:03:09T19:50:38+9:00", "2024-03-09 19:50:38", "+09:00"),
            ("2026:11:22 00:00:00", "2026-11-22 00:00:00", nil),
            ("1826:01:01 00:00:00", "1826-01-01 00:00:00", nil),
            ("1970:01:01 00:00:01", "1970-01-01 00:00:01", nil),
            ("1970:01:01 14:15:00", "1970-01-01 14:15:00", nil),
            ("1904:01:01 00:00:01", "1904-01-01 00:00:01", nil),
        ])
    func accepted(text: String, local: String, offset: String?) throws {
        let date = try DateText(text, now: Self.now)
        #expect(date.local.sqlText == local)
        #expect(date.offset?.description == offset)
        #expect(date.hasTimeOfDay)
    }

    @Test("may name a day alone", arguments: ["2024:03:09", "2024-03-09 \0", "2024:03:09 +02:00"])
    func dayAlone(text: String) throws {
        let date = try DateText(text, now: Self.now)
        #expect(!date.hasTimeOfDay)
        #expect(date.local.sqlText == "2024-03-09 00:00:00")
    }

    @Test(
        "is refused for a reason",
        arguments: [
            ("", DateRefusal.blank), ("    :  :     :  :  ", .blank), ("\0\0", .blank),
            ("05.10.2009 11:16", .unreadable), ("2024:03:09 19", .unreadable), ("2024:03:09 19:50:38 CET", .unreadable),
            ("2024:03:09 19:50:", .unreadable), ("2024:03:09 19:50:38.", .unreadable), ("yesterday", .unreadable),
            ("2024:03:09T", .unreadable), ("24:03:09 19:50:38", .unreadable), ("٢٠٢٤:03:09", .unreadable),
            ("0000:00:00 00:00:00", .onNoCalendar), ("2023:02:29 10:00:00", .onNoCalendar),
            ("2024:03:09 24:00:00", .onNoCalendar), ("2024:03:09 10:61:00", .onNoCalendar),
            ("1825:12:31 23:59:59", .beforePhotography), ("0001:01:01 00:00:00", .beforePhotography),
            ("1904:01:01 00:00:00", .zeroOfQuickTime),
            ("1970:01:01 00:00:00", .zeroOfUnix), ("1969:12:31 10:00:00", .zeroOfUnix),
            ("1970:01:01 05:45:00", .zeroOfUnix), ("1970:01:01", .zeroOfUnix),
            ("2026:11:22 00:00:01", .future), ("2106:02:07 06:28:15", .future), ("9999:12:31 23:59:59", .future),
        ])
    func refused(text: String, refusal: DateRefusal) {
        #expect(throws: refusal) { try DateText(text, now: Self.now) }
    }

    @Test("tells the letter Z from a written zero")
    func zulu() throws {
        #expect(try DateText("2024:03:09 19:50:38Z", now: Self.now).isZulu)
        #expect(try !DateText("2024:03:09 19:50:38+00:00", now: Self.now).isZulu)
    }
}
