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

    @Test func whatWaitsInHealingTakesItsPlaceOrGoesAsADuplicate() async throws {
        try await withInstallation { factory in
            let other = SamplePhoto("whole", taken: "2019:02:03 04:05:06").bytes()
            let stranger = SamplePhoto("new", taken: "2020:02:03 04:05:06").bytes()
            try factory.inbox.write(photo, to: "photo.jpg")
            try factory.inbox.write(other, to: "other.jpg")
            _ = try await factory.ingest()
            let damaged = photo.dropLast(1) + [0]
            try factory.originals.setPermissions(stored, to: 0o644)
            try factory.originals.write(Array(damaged), to: stored)
            try factory.storage.write(photo, to: "Healing/photo_1.jpg")
            try factory.storage.write(other, to: "Healing/other_1.jpg")
            try factory.storage.write(stranger, to: "Healing/stranger.jpg")
            let healing = TestFolder(factory.storage.path(of: "Healing"))
            let arrived = try await Conservation.arrivals(in: healing)
            try healing.write(Array("a note".utf8), to: "note.txt")

            let report = try await factory.ingest()

            #expect(report.counts.healed == 1 && report.counts.duplicates == 1 && report.counts.filed == 1)
            #expect(try factory.originals.read(stored) == photo)
            #expect(try factory.originals.read("2020/2020-02-03/stranger.jpg") == stranger)
            #expect(try healing.files() == ["note.txt"])
            let quarantine = TestFolder(factory.storage.path(of: "Quarantine"))
            #expect(try quarantine.files().map { try quarantine.read($0) } == [Array(damaged)])
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    @Test func theServiceTakesUpWhatComesIntoHealing() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "photo.jpg")
            _ = try await factory.ingest()
            try factory.originals.remove(stored)
            try await factory.whileServing { _ in
                try await factory.waitForHeartbeat()
                try factory.storage.write(photo, to: "Healing/photo_1.jpg")
                try await eventually("it is back in its place") { factory.originals.holds(stored) }
            }
            #expect(try factory.originals.read(stored) == photo)
        }
    }
}
