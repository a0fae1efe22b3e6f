import TestSupport
import Testing

/// A stored original that is missing or damaged is made whole by the same content arriving again.
struct HealingTests {
    private let photo = SamplePhoto("healed", taken: "2019:02:03 04:05:06").bytes()
    private let stored = "2019/2019-02-03/photo.jpg"

    @Test func missingOriginalIsHealed() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "photo.jpg")
            let arrived = try await Conservation.arrivals(in: factory.inbox)
            _ = try await factory.ingest()
            try factory.originals.remove(stored)
            try factory.inbox.write(photo, to: "newcomer.jpg")

            let report = try await factory.ingest()

            #expect(report.counts.healed == 1)
            #expect(report.counts.duplicates == 0)
            #expect(try factory.inboxFiles() == [])
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    @Test func damagedOriginalIsHealedAndTheDamagedBytesAreKept() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "photo.jpg")
            let arrived = try await Conservation.arrivals(in: factory.inbox)
            _ = try await factory.ingest()
            let damaged = photo.dropLast(1) + [0]
            try factory.originals.setPermissions(stored, to: 0o644)
            try factory.originals.write(Array(damaged), to: stored)
            try factory.inbox.write(photo, to: "newcomer.jpg")

            let report = try await factory.ingest()

            #expect(report.counts.healed == 1)
            #expect(try factory.inboxFiles() == [])
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
            let quarantine = TestFolder(factory.storage.path(of: "Quarantine"))
            let kept = try quarantine.files().map { try quarantine.read($0) }
            #expect(kept.contains(Array(damaged)))
        }
    }
}
