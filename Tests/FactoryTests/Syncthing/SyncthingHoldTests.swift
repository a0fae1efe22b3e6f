import FactoryCore
import TestSupport
import Testing

/// The librarian's hold on an inbox of Syncthing's, with what the real monitor saw of a real Syncthing.
struct SyncthingHoldTests {
    private func pass(
        _ factory: Installation, with changes: [String: String] = [:]
    ) async throws -> ProgramRun {
        try await factory.librarian(["ingest", "--json", "--quiet-seconds", "0"], with: changes)
    }

    /// What the monitor says of Syncthing when it looks once.
    private func look(_ factory: Installation, _ syncthing: OwnSyncthing) async throws -> String {
        try await factory.check(with: Installation.settings(for: syncthing)).state("syncthing")
    }

    private func drop(_ name: String, into folder: TestFolder) throws {
        try folder.write(SamplePhoto(name, taken: "2024:03:09 11:50:38").bytes(), to: name)
    }

    /// Lends a factory in whose inbox a phone has a folder of its own, and which the monitor has not looked at.
    private func withFolder(
        _ name: String, _ type: String, _ body: (Installation, OwnSyncthing) async throws -> Void
    ) async throws {
        try await withInstallation { factory in
            let folder = try factory.inbox.folder(name)
            try await withSyncthing([SyncthingShare(path: folder.path, type: type)]) { syncthing in
                try await eventually("Syncthing has marked its folder") { folder.holds(".stfolder") }
                try await body(factory, syncthing)
            }
        }
    }

    /// Lends a factory whose inbox is Syncthing's, with a database server that may be stopped; its first run is over.
    private func withMarkedInbox(
        _ type: String, _ body: (Installation, OwnSyncthing, OwnServer) async throws -> Void
    ) async throws {
        try await withServedFactory { factory, server in
            try await withSyncthing([SyncthingShare(path: factory.inbox.path, type: type)]) { syncthing in
                try await eventually("Syncthing has marked its folder") { factory.inbox.holds(".stfolder") }
                try await body(factory, syncthing, server)
            }
        }
    }

    @Test func withoutAMonitorNothingIsMovedUnlessItsOwnerSaysSo() async throws {
        try await withInstallation { factory in
            try factory.inbox.folder(".stfolder")
            try drop("IMG_1.jpg", into: factory.inbox)

            let run = try await pass(factory)
            #expect(run.exitCode != 0 && run.standardError.contains("is not known yet"), "\(run.standardError)")
            #expect(try factory.inboxFiles() == ["IMG_1.jpg"] && factory.originals.files() == [])
            try await factory.whileServing(with: ["HEARTBEAT_SECONDS": "1", "LIBRARIAN_RESCAN_SECONDS": "1"]) { _ in
                try await eventually("the service says what is missing") {
                    try await factory.heartbeat().contains("when SYNCTHING_URL and SYNCTHING_API_KEY are set")
                }
                let beats = try await factory.heartbeats()
                try await eventually("it has had its chance") { try await factory.heartbeats() > beats + 2 }
            }
            #expect(try factory.inboxFiles() == ["IMG_1.jpg"])

            #expect(try await factory.ingest(with: ["LIBRARIAN_SYNCTHING": "any"]).counts.filed == 1)
        }
    }

    @Test func verdictStandsWhileSyncthingAndTheDatabaseAreAway() async throws {
        try await withMarkedInbox("receiveonly") { factory, syncthing, server in
            #expect(try await look(factory, syncthing).hasPrefix("OK "))
            #expect(try await factory.ingest().exitCode == 0)

            await syncthing.stop()
            #expect(try await look(factory, syncthing).hasPrefix("ERROR Syncthing does not answer: "))
            try drop("IMG_1.jpg", into: factory.inbox)
            #expect(try await factory.ingest().counts.filed == 1)

            try await server.stop()
            try drop("IMG_2.jpg", into: factory.inbox)
            let run = try await pass(factory)
            #expect(run.exitCode == 1, "\(run.standardError)")
            #expect(try factory.originals.files().count == 2)
            try await factory.whileServing(with: ["LIBRARIAN_RESCAN_SECONDS": "1"]) { _ in
                try drop("IMG_3.jpg", into: factory.inbox)
                try await eventually("the service files as well") { try factory.originals.files().count == 3 }
            }
            try await server.start()
            #expect(try await factory.ingest().exitCode == 0)
            #expect(try await factory.ledger().count == 3)
        }
    }

    @Test func verdictAgainstTheFolderStandsAsWell() async throws {
        try await withMarkedInbox("sendreceive") { factory, syncthing, server in
            #expect(try await look(factory, syncthing).hasPrefix("ERROR "))
            await syncthing.stop()
            try drop("IMG_1.jpg", into: factory.inbox)
            for isAway in [false, true] {
                if isAway { try await server.stop() }
                let run = try await pass(factory)
                #expect(run.exitCode != 0 && run.standardError.contains("Send & Receive"), "\(run.standardError)")
                #expect(try factory.inboxFiles() == ["IMG_1.jpg"] && factory.originals.files() == [])
            }
        }
    }

    @Test func folderOfAPhoneBelowTheInboxIsNoticed() async throws {
        try await withFolder("pixel", "sendreceive") { factory, syncthing in
            try drop("IMG_1.jpg", into: try factory.inbox.folder("pixel"))
            let blind = try await pass(factory)
            #expect(blind.exitCode != 0 && blind.standardError.contains("is not known yet"), "\(blind.standardError)")

            #expect(try await look(factory, syncthing).hasPrefix("ERROR Syncthing's folder “Pixel” is Send & Receive"))
            let run = try await pass(factory)
            #expect(run.exitCode != 0 && run.standardError.contains("Send & Receive"), "\(run.standardError)")
            #expect(factory.inbox.holds("pixel/IMG_1.jpg"))
            #expect(try factory.originals.files() == [])

            try await syncthing.set("type", of: "photos", to: "receiveonly")
            #expect(try await look(factory, syncthing).hasPrefix("OK "))
            #expect(try await factory.ingest().counts.filed == 1)
        }
    }
}
