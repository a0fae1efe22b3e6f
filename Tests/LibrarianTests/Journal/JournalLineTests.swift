import FactoryCore
import Testing

@testable import librarian

@Suite("A journal's line")
struct JournalLineTests {
    private func line(_ event: JournalEvent) -> JournalLine {
        JournalLine(line: 7, at: Timestamp(seconds: 1_700_000_000), previous: Fingerprint(number: 6), event: event)
    }

    @Test("is read back as it was written, on one line, whatever the names in it")
    func roundTrip() throws {
        let name = "/inbox/a\n\"\\\u{0}\u{1F600}\u{2028}.jpg"
        let events: [JournalEvent] = [
            .intent(try .sample(from: name, to: "2024/2024-03-09/a.jpg", content: "a")),
            .outcome(segment: 1, line: 6, .withdrawn, note: "it vanished\n"),
            .outcome(segment: 1, line: 6, .filed, note: nil),
        ]
        for event in events {
            let bytes = try line(event).encoded()
            #expect(!bytes.contains(10))
            #expect(JournalLine.decoded(bytes) == line(event))
            #expect(JournalLine.previous(in: bytes[...]) == Fingerprint(number: 6))
        }
    }

    @Test("can be read by eye: days, times and hashes are texts")
    func readable() throws {
        let intent = try FilingIntent.sample(to: "2024/2024-03-09/a.jpg", content: "abc")
        let text = String(decoding: try line(.intent(intent)).encoded(), as: UTF8.self)
        #expect(text.contains(#""at":"2023-11-14 22:13:20.000000""#))
        #expect(text.contains(#""fingerprint":"ba7816bf"#))
        #expect(text.contains(#""to":"2024/2024-03-09/a.jpg""#))
    }

    @Test("is not made of what is none", arguments: ["", "{}", "null", "[1]", #"{"line":1}"#, "\u{0}\u{0}"])
    func garbage(text: String) {
        #expect(JournalLine.decoded(text.bytes) == nil)
        #expect(JournalLine.previous(in: text.bytes[...]) == nil)
    }
}
