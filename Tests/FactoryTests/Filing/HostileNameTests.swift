import TestSupport
import Testing

/// Names that other tools stumble over are names like any other.
struct HostileNameTests {
    private static let names = [
        "two\nlines.jpg", "it's \"quoted\".jpg", "-rf.jpg", "--json.jpg", "back\\slash.jpg", "100%FF.jpg", "{1,2}.jpg",
        " leading and trailing .jpg", "Grüße 写真 📷.jpg", "no extension", "$(reboot).jpg", "a;b|c&d.jpg",
        String(repeating: "n", count: 251) + ".jpg",
    ]

    @Test func namesAreKeptExactly() async throws {
        try await withInstallation { factory in
            for name in Self.names {
                try factory.inbox.write(SamplePhoto(name, taken: "2020:01:02 03:04:05").bytes(), to: name)
            }
            let arrived = try await Conservation.arrivals(in: factory.inbox)

            let report = try await factory.ingest()

            #expect(report.counts.filed == Self.names.count)
            #expect(Set(TestFolder(factory.originals.path(of: "2020/2020-01-02")).entries()) == Set(Self.names))
            #expect(Set(try await factory.ledger().map(\.originalName)) == Set(Self.names))
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    @Test func longNameIsCutToMakeRoomForItsHash() async throws {
        try await withInstallation { factory in
            let name = String(repeating: "é", count: 125) + "x.jpg"
            for folder in ["a", "b"] {
                try factory.inbox.write(
                    SamplePhoto(folder, taken: "2020:01:02 03:04:05").bytes(), to: "\(folder)/\(name)")
            }
            let arrived = try await Conservation.arrivals(in: factory.inbox)

            let report = try await factory.ingest()

            #expect(report.counts.filed == 2)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
            let suffixed = try #require(try factory.originals.files().first { !$0.hasSuffix(name) })
            #expect(arrived.contains { suffixed.hasSuffix("_\($0.prefix(8)).jpg") })
            #expect(!suffixed.contains("\u{FFFD}"), "a letter was cut in two")
        }
    }

    @Test func bytesThatAreNoTextAreEscaped() async throws {
        try await withInstallation { factory in
            let name = Array("IMG_".utf8) + [0xFF, 0xFE] + Array(".jpg".utf8)
            try factory.inbox.write(SamplePhoto("raw", taken: "2020:01:02 03:04:05").bytes(), toRawName: name)

            let report = try await factory.ingest()

            #expect(report.counts.filed == 1)
            #expect(try factory.originals.files() == ["2020/2020-01-02/IMG_%FF%FE.jpg"])
            #expect(try await factory.ledger().count == 1)
            #expect(try factory.inboxFiles() == [])
        }
    }
}
