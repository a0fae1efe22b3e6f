import FactoryCore
import TestSupport
import Testing

/// While an original was missing, another photo got its name and day.
struct TakenPlaceTests {
    private let lost = SamplePhoto("lost", taken: "2019:02:03 04:05:06").bytes()
    private let other = SamplePhoto("other", taken: "2019:02:03 07:08:09").bytes()
    private let place = "2019/2019-02-03/photo.jpg"

    @Test func otherPhotoKeepsItsPlaceAndTheLostOneGetsItsOwn() async throws {
        try await withTakenPlace { factory, arrived, newPlace in
            let contents = try [place, newPlace].map { try factory.originals.read($0) }
            #expect(contents == [other, lost])
            #expect(try factory.originals.files() == [place, newPlace].sorted())
            #expect(!factory.storage.holds("Quarantine"))
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    @Test func afterwardsThereIsNothingToDo() async throws {
        try await withTakenPlace { factory, arrived, newPlace in
            #expect(try await factory.ingest().counts.seen == 0)
            try factory.inbox.write(lost, to: "photo.jpg")
            try factory.inbox.write(other, to: "2/photo.jpg")

            let report = try await factory.ingest()

            #expect(report.counts.duplicates == 2)
            #expect(try factory.inboxFiles() == [])
            #expect(try factory.originals.files() == [place, newPlace].sorted())
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    @Test func rowsThatWereLostNameTheNewPlaceAgain() async throws {
        try await withTakenPlace { factory, arrived, _ in
            let connection = try await factory.database.connect()
            try await connection.execute("TRUNCATE media_assets, factory.journal_positions, factory.intake CASCADE")

            _ = try await factory.ingest()

            #expect(try await factory.ledger().count == 2)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    /// Files one photo, loses it, files another under its name, and the first one again.
    private func withTakenPlace(_ body: (Installation, [String], String) async throws -> Void) async throws {
        try await withInstallation { factory in
            try factory.inbox.write(lost, to: "photo.jpg")
            let lostHash = try #require(try await Conservation.arrivals(in: factory.inbox).first)
            _ = try await factory.ingest()
            try factory.originals.remove(place)
            try factory.inbox.write(other, to: "photo.jpg")
            let otherHash = try #require(try await Conservation.arrivals(in: factory.inbox).first)
            #expect(try await factory.ingest().counts.filed == 1)
            try factory.inbox.write(lost, to: "photo.jpg")
            #expect(try await factory.ingest().counts.healed == 1)
            try await body(factory, [lostHash, otherHash], "2019/2019-02-03/photo_\(lostHash.prefix(8)).jpg")
        }
    }
}
