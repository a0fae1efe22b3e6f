import TestSupport
import Testing

/// The same content is stored once, whatever it is called and whenever it comes.
struct DuplicateTests {
    private let photo = SamplePhoto("twice", taken: "2023:08:15 12:00:00").bytes()

    @Test func sameContentInOnePassIsStoredOnce() async throws {
        try await withInstallation { factory in
            for name in ["one.jpg", "two.jpg", "deeper/three.jpg"] { try factory.inbox.write(photo, to: name) }

            let report = try await factory.ingest()

            #expect(report.counts.filed == 1)
            #expect(report.counts.duplicates == 2)
            #expect(try factory.inboxFiles() == [])
            #expect(try factory.originals.files().count == 1)
            #expect(try await factory.ledger().count == 1)
        }
    }

    @Test func sameContentInALaterPassIsStoredOnce() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "first.jpg")
            _ = try await factory.ingest()
            try factory.inbox.write(photo, to: "again.jpg")

            let report = try await factory.ingest()

            #expect(report.counts.filed == 0)
            #expect(report.counts.duplicates == 1)
            #expect(try factory.inboxFiles() == [])
            #expect(try factory.originals.files() == ["2023/2023-08-15/first.jpg"])
            let row = try #require(try await factory.ledger().first)
            #expect(row.originalName == "first.jpg")
        }
    }

    @Test func sameNameWithOtherContentGetsItsOwnName() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "a/IMG_0001.jpg")
            _ = try await factory.ingest()
            let other = SamplePhoto("other", taken: "2023:08:15 18:00:00").bytes()
            try factory.inbox.write(other, to: "b/IMG_0001.jpg")
            let digest = try await Fingerprints.sha256(of: "b/IMG_0001.jpg", in: factory.inbox)

            let report = try await factory.ingest()

            #expect(report.counts.filed == 1)
            let expected = ["2023/2023-08-15/IMG_0001.jpg", "2023/2023-08-15/IMG_0001_\(digest.prefix(8)).jpg"]
            #expect(try factory.originals.files() == expected)
            #expect(try factory.originals.read(expected[0]) == photo)
            #expect(try factory.originals.read(expected[1]) == other)
            #expect(try await factory.ledger().map(\.originalName) == ["IMG_0001.jpg", "IMG_0001.jpg"])
        }
    }

    @Test func sameNameInOnePassLosesNothing() async throws {
        try await withInstallation { factory in
            for number in 0..<20 {
                let photo = SamplePhoto("number \(number)", taken: "2023:08:15 12:00:00")
                try factory.inbox.write(photo.bytes(), to: "phone\(number)/IMG_0001.jpg")
            }
            let arrived = try await Conservation.arrivals(in: factory.inbox)

            let report = try await factory.ingest()

            #expect(report.counts.filed == 20)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }
}
