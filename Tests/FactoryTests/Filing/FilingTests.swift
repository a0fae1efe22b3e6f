import TestSupport
import Testing

/// One photo in, one file and one row out.
struct FilingTests {
    @Test(arguments: ExifByteOrder.allCases) func photoLiesUnderItsDayAndItsRowTellsTheTruth(order: ExifByteOrder)
        async throws
    {
        try await withInstallation { factory in
            var photo = SamplePhoto("a walk", taken: "2024:03:09 23:50:38", subSeconds: "123", offset: "+01:00")
            photo.byteOrder = order
            try factory.inbox.write(photo.bytes(), to: "Phone/IMG_0001.JPG")
            let digest = try await Fingerprints.sha256(of: "Phone/IMG_0001.JPG", in: factory.inbox)

            let report = try await factory.ingest()

            #expect(report.counts.seen == 1)
            #expect(report.counts.filed == 1)
            #expect(report.counts.bytes == photo.bytes().count)
            #expect(report.exitCode == 0)
            #expect(try factory.inboxFiles() == [])
            #expect(try factory.originals.files() == ["2024/2024-03-09/IMG_0001.JPG"])
            let row = try #require(try await factory.ledger().first)
            #expect(row.hash == digest)
            #expect(row.size == photo.bytes().count)
            #expect(row.originalName == "IMG_0001.JPG")
            #expect(row.originalPath == factory.inbox.path(of: "Phone/IMG_0001.JPG"))
            #expect(row.finalPath == factory.originals.path(of: "2024/2024-03-09/IMG_0001.JPG"))
            #expect(row.capturedAt?.hasPrefix("2024-03-09 23:50:38") == true)
            #expect(!row.hasErrors && row.errorMessage == nil)
        }
    }

    @Test func originalIsReadOnlyAndKeepsItsBytesAndTime() async throws {
        try await withInstallation { factory in
            let photo = SamplePhoto("kept", taken: "2021:06:01 10:00:00")
            try factory.inbox.write(photo.bytes(), to: "kept.jpg")
            try factory.inbox.setModified("kept.jpg", to: 1_600_000_000)

            _ = try await factory.ingest()

            let facts = try #require(factory.originals.facts("2021/2021-06-01/kept.jpg"))
            #expect(facts.permissions == 0o444)
            #expect(facts.modified == 1_600_000_000)
            #expect(try factory.originals.read("2021/2021-06-01/kept.jpg") == photo.bytes())
        }
    }

    @Test(arguments: [(-33.924869, 18.424055), (35.6762, -139.6503)])
    func positionIsKept(latitude: Double, longitude: Double) async throws {
        try await withInstallation { factory in
            let position = SamplePosition(latitude: latitude, longitude: longitude)
            let photo = SamplePhoto("a place", taken: "2021:06:01 10:00:00", position: position, byteOrder: .big)
            try factory.inbox.write(photo.bytes(), to: "place.jpg")

            _ = try await factory.ingest()

            let row = try #require(try await factory.ledger().first)
            #expect(abs(try #require(row.latitude) - latitude) < 0.0002)
            #expect(abs(try #require(row.longitude) - longitude) < 0.0002)
        }
    }

    @Test func clockOfTheCameraIsNeverConvertedByTheServersZone() async throws {
        try await withInstallation { factory in
            let photo = SamplePhoto("late", taken: "2022:12:31 23:59:59", offset: "-08:00")
            try factory.inbox.write(photo.bytes(), to: "late.jpg")

            _ = try await factory.ingest(with: ["TZ": "Pacific/Auckland"])

            #expect(try factory.originals.files() == ["2022/2022-12-31/late.jpg"])
        }
    }

    @Test func photoWithoutDateLiesUnderTheLocalDayOfItsModification() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(SamplePhoto("no date").bytes(), to: "undated.jpg")
            // 2020-05-01 20:00 UTC is 05:00 of the next day in Tokyo.
            try factory.inbox.setModified("undated.jpg", to: 1_588_363_200)

            _ = try await factory.ingest(with: ["TZ": "Asia/Tokyo"])

            #expect(try factory.originals.files() == ["2020/2020-05-02/undated.jpg"])
            #expect(try await factory.ledger().first?.capturedAt == "2020-05-02 05:00:00")
        }
    }

    @Test func emptyInboxIsNoError() async throws {
        try await withInstallation { factory in
            let report = try await factory.ingest()
            #expect(report.counts.seen == 0)
            #expect(report.exitCode == 0)
        }
    }
}
