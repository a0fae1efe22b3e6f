import FactoryCore
import Logging
import TestSupport
import Testing

@testable import service_monitor

@Suite("The look at a real Syncthing")
struct SyncthingProbeTests {
    /// The states of folders that are well are asked for only once in an hour.
    private func probe(
        _ syncthing: OwnSyncthing, _ inboxes: [String], _ database: ScratchDatabase
    ) throws -> SyncthingProbe {
        let environment = [
            "SYNCTHING_URL": syncthing.url, "SYNCTHING_API_KEY": syncthing.apiKey, "PHOTOS_INBOX": inboxes[0],
            "MONITOR_INBOXES": inboxes.dropFirst().joined(separator: ":"),
        ]
        let settings = try MonitorSettings(Settings(flags: [:], environment: environment))
        return SyncthingProbe(
            try #require(settings.syncthing), database: Database(database.settings, applicationName: "test"),
            statesInterval: .seconds(3600), clock: SystemClock(), logger: Logger(label: "test"))
    }

    private func verdict(_ inbox: String, _ database: ScratchDatabase) async throws -> SyncthingVerdict? {
        try await database.connect().query(SyncthingVerdictsTable.find(inbox: inbox)) {
            try SyncthingVerdictsTable.verdict($0)
        }.first
    }

    @Test("sees a folder that has stopped, and at once when it goes on")
    func stoppedFolder() async throws {
        try await withFolders { root, syncthing, database in
            let probe = try probe(syncthing, [root.path(of: "in")], database)
            try root.rename("in/.stfolder", to: "marker")
            // A scan fails, which is what is wanted.
            try? await syncthing.scan("photos")
            try await eventually("it is seen") {
                // Another probe: this one need not ask again while all is well.
                try await self.probe(syncthing, [root.path(of: "in")], database).look().status == .error
            }
            let health = await probe.look()
            #expect(health.status == .error)
            #expect(health.task.hasPrefix("Syncthing's folder “Pixel” has stopped: folder marker missing"), "\(health)")
            #expect(try await verdict(root.path(of: "in"), database)?.isReceiveOnly == true)

            try root.rename("marker", to: "in/.stfolder")
            try? await syncthing.scan("photos")
            try await eventually("it is seen to be well again") { await probe.look().status == .ok }
        }
    }

    @Test("writes a verdict for each inbox, and notices a folder that was turned")
    func verdicts() async throws {
        try await withFolders { root, syncthing, database in
            let inboxes = [root.path(of: "in"), root.path(of: "other")]
            let probe = try probe(syncthing, inboxes, database)
            #expect(await probe.look().status == .warning)
            #expect(try await verdict(inboxes[0], database)?.isReceiveOnly == true)
            let other = try await verdict(inboxes[1], database)
            #expect(other?.isReceiveOnly == false)
            #expect(other?.finding.hasPrefix("none of Syncthing's folders is ") == true)

            try await syncthing.set("type", of: "photos", to: "sendreceive")
            #expect(await probe.look().status == .error)
            #expect(try await verdict(inboxes[0], database)?.isReceiveOnly == false)
        }
    }

    @Test("keeps its verdict while Syncthing is away, and follows a link to the inbox")
    func linkAndAbsence() async throws {
        try await withFolders { root, syncthing, database in
            let link = root.path(of: "link")
            let run = try await ProgramRun.run(.system("ln"), ["-s", "in", link])
            #expect(run.exitCode == 0)
            let probe = try probe(syncthing, [link], database)
            #expect(await probe.look().status == .ok)
            let before = try await verdict(link, database)
            #expect(before?.isReceiveOnly == true)
            await syncthing.stop()
            #expect(await probe.look().status == .error)
            #expect(try await verdict(link, database) == before)
            try await syncthing.start()
            try await eventually("it is well again") { await probe.look().status == .ok }
        }
    }

    /// Lends a Syncthing with the folder `in`, which it has marked.
    private func withFolders(
        _ body: (TestFolder, OwnSyncthing, ScratchDatabase) async throws -> Void
    ) async throws {
        try await withScratchDatabase { database in
            try await withTemporaryFolder { root in
                let share = SyncthingShare(path: root.path(of: "in"), type: "receiveonly")
                try await withSyncthing([share]) { syncthing in
                    try await eventually("Syncthing has marked its folder") { root.holds("in/.stfolder") }
                    try await body(root, syncthing, database)
                }
            }
        }
    }
}
