import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The hold on an inbox of Syncthing's")
struct SyncthingHoldTests {
    private func makeHold(_ archive: Archive, with changes: [String: String] = [:]) throws -> SyncthingHold {
        let folders = ["PHOTOS_INBOX": archive.site.inboxFiles.path, "STORAGE": archive.site.storageFiles.path]
        let environment = archive.database.environment.merging(folders) { $1 }.merging(changes) { $1 }
        return SyncthingHold(
            try LibrarianSettings(Settings(flags: [:], environment: environment)), clock: SystemClock())
    }

    /// What the monitor would write, a while ago or now.
    private func rule(_ archive: Archive, _ isReceiveOnly: Bool, secondsAgo: Int = 0) async throws {
        let verdict = SyncthingVerdict(
            isReceiveOnly: isReceiveOnly, folders: ["", "pixel"], finding: "as found",
            time: SystemClock().now.adding(seconds: -secondsAgo))
        try await archive.change(SyncthingVerdictsTable.upsert(inbox: archive.site.inboxFiles.path, verdict))
    }

    private let away = ["PGHOST": "127.0.0.1", "PGPORT": "1"]

    @Test("is none where Syncthing is not, and none for an owner who says so")
    func none() async throws {
        try await withArchive { archive in
            try await makeHold(archive, with: away).check()
            try archive.site.inboxFiles.folder(".stfolder")
            try await makeHold(archive, with: ["LIBRARIAN_SYNCTHING": "any"]).check()
        }
    }

    @Test("goes with the verdict that the folder only receives, and comes back with another")
    func verdicts() async throws {
        try await withArchive { archive in
            try archive.site.inboxFiles.folder(".stfolder")
            await #expect(throws: Obstacle.self) { try await makeHold(archive).check() }
            try await rule(archive, false)
            await #expect(throws: Obstacle.self) { try await makeHold(archive).check() }
            try await rule(archive, true)
            try await makeHold(archive).check()
            try await rule(archive, true, secondsAgo: 60)
            await #expect(throws: Obstacle.self, "the marker is newer") { try await makeHold(archive).check() }
        }
    }

    @Test("asks again after some seconds, not each time")
    func freshness() async throws {
        try await withArchive { archive in
            try archive.site.inboxFiles.folder(".stfolder")
            try await rule(archive, true)
            let hold = try makeHold(archive)
            try await hold.check()
            try await rule(archive, false)
            try await eventually("the new verdict is heard of") {
                do {
                    try await hold.check()
                    return false
                } catch is Obstacle {
                    return true
                }
            }
        }
    }

    @Test("lets the last verdict stand while the database is away, also over a restart")
    func outage() async throws {
        try await withArchive { archive in
            try archive.site.inboxFiles.folder(".stfolder")
            await #expect(throws: Obstacle.self) { try await makeHold(archive, with: away).check() }
            try archive.site.storageFiles.folder("Journal/librarian")
            try await rule(archive, true)
            try await makeHold(archive).check()
            try await makeHold(archive, with: away).check()
            try await rule(archive, false)
            await #expect(throws: Obstacle.self) { try await makeHold(archive).check() }
            await #expect(throws: Obstacle.self) { try await makeHold(archive, with: away).check() }
        }
    }

    @Test("is there without a marker as well when the monitor has found danger, and knows no other way than to obey")
    func dangerWithoutMarker() async throws {
        try await withArchive { archive in
            try await makeHold(archive).check()
            try await rule(archive, false)
            await #expect(throws: Obstacle.self) { try await makeHold(archive).check() }
            try await archive.change(SyncthingVerdictsTable.withdraw(inbox: archive.site.inboxFiles.path))
            try await makeHold(archive).check()
        }
    }

    @Test("does not come back to an old permission over a restart, once it was taken back")
    func withdrawn() async throws {
        try await withArchive { archive in
            try archive.site.inboxFiles.folder(".stfolder")
            try archive.site.storageFiles.folder("Journal/librarian")
            try await rule(archive, true)
            try await makeHold(archive).check()
            #expect(archive.site.storageFiles.holds("Journal/librarian/syncthing.json"))
            try await archive.change(SyncthingVerdictsTable.withdraw(inbox: archive.site.inboxFiles.path))
            await #expect(throws: Obstacle.self) { try await makeHold(archive).check() }
            #expect(!archive.site.storageFiles.holds("Journal/librarian/syncthing.json"))
            await #expect(throws: Obstacle.self) { try await makeHold(archive, with: away).check() }
        }
    }

    @Test("holds the files of a phone that has a folder of its own in the inbox")
    func subfolder() async throws {
        try await withArchive { archive in
            try archive.site.inboxFiles.folder("pixel/.stfolder")
            let (hold, path) = (try makeHold(archive), try #require(RelativePath("pixel/a.jpg")))
            try await hold.check()
            await #expect(throws: Obstacle.self) { try await hold.check([path], in: archive.site.inbox) }
            try await rule(archive, true)
            try await makeHold(archive).check([path], in: archive.site.inbox)
        }
    }
}
