import FactoryCore
import FoundationEssentials
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
            let bytes = line(event).encoded()
            #expect(!bytes.contains(10))
            #expect(JournalLine.decoded(bytes) == line(event))
            #expect(JournalLine.previous(in: bytes[...]) == Fingerprint(number: 6))
        }
    }

    @Test("is written as JSONEncoder writes it with sorted keys, whatever the event and the letters in it")
    func sameBytes() throws {
        let scalars = (0..<0x180).compactMap { Unicode.Scalar($0) } + ["\u{2028}", "\u{1F600}"]
        let letters = String(String.UnicodeScalarView(scalars))
        let place = try #require(GeoPoint(latitude: -33.8567844, longitude: 151.0))
        let local = try #require(CivilTime("2024-03-09 08:07:06.000500"))
        let rejected = RejectedDate(source: CaptureSource(rawValue: "EXIF:/x"), text: letters, reason: "is \"blank\"")
        let plain = CaptureTime(local: local, offset: nil, instant: nil, precision: .day, source: .fileModified)
        let full = CaptureTime(
            local: local, offset: UTCOffset(minutes: -210), instant: Timestamp(seconds: -1), precision: .second,
            source: .exifOriginal, rejected: [rejected, rejected])
        let stamp = Timestamp(seconds: 1_600_000_000, nanoseconds: 120_000_000)
        func intent(_ metadata: MediaMetadata, _ text: String?) -> FilingIntent {
            FilingIntent(
                purpose: .heal, from: letters, fromBytes: text, to: "2024/2024-03-09/a.jpg",
                fingerprint: Fingerprint(number: .max), size: 1 << 40, modified: stamp, metadata: metadata,
                problem: text)
        }
        let bare = MediaMetadata(format: .jpeg, capture: plain, place: nil, problem: nil)
        let whole = MediaMetadata(
            format: .matroska, capture: full, place: place, problem: letters, contentIdentifier: "A-1", note: letters)
        let print = Fingerprint(number: 0x1234)
        func sidecar(_ kind: SidecarKind, _ text: String?, _ asset: Fingerprint?) -> SidecarIntent {
            SidecarIntent(
                from: letters, fromBytes: text, to: "a", fingerprint: print, size: 0, modified: stamp, kind: kind,
                asset: asset)
        }
        let events: [JournalEvent] =
            [.intent(intent(bare, nil)), .intent(intent(whole, letters)), .sidecar(sidecar(.xmp, nil, nil))]
            + [.sidecar(sidecar(.takeout, "ff", print))]
            + ["ff", nil].flatMap { bytes -> [JournalEvent] in
                [
                    .removal(
                        RemovalIntent(
                            from: letters, fromBytes: bytes, fingerprint: print, size: 9, stored: "b", reason: letters)),
                    .quarantine(
                        QuarantineIntent(
                            from: letters, fromBytes: bytes, to: "c", fingerprint: print, size: 9, cause: .damaged,
                            reason: letters)),
                    .outcome(segment: 12, line: 3, .withdrawn, note: bytes.map { $0 + letters }),
                ]
            }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for event in events {
            let expected = String(decoding: try encoder.encode(line(event)), as: UTF8.self)
            #expect(String(decoding: line(event).encoded(), as: UTF8.self) == expected)
            #expect(JournalLine.decoded(line(event).encoded()) == line(event))
        }
    }

    @Test("writes every number as JSONEncoder does")
    func numbers() throws {
        for number in [0.1, -0.0, 1e-7, 123456789.123456789, -180, 90.0, 1e300, 1.0 / 3, 47.5795416666667] {
            var text = JSONWriter()
            text.object { $0.member("n", number) }
            let expected = String(decoding: try JSONEncoder().encode(["n": number]), as: UTF8.self)
            let written = text.withBytes { String(decoding: $0, as: UTF8.self) }
            #expect(written == expected)
        }
    }

    @Test("can be read by eye: days, times and hashes are texts")
    func readable() throws {
        let intent = try FilingIntent.sample(to: "2024/2024-03-09/a.jpg", content: "abc")
        let text = String(decoding: line(.intent(intent)).encoded(), as: UTF8.self)
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
