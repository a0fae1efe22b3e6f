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

    private func drop(_ name: String, into folder: TestFolder) throws {
        try folder.write(SamplePhoto(name, taken: "2024:03:09 11:50:38").bytes(), to: name)
    }

    /// Lends a factory whose inbox is Syncthing's, and which the monitor has not looked at.
    private func withFactory(
        _ type: String, in subfolder: String = "", _ body: (Installation, OwnSyncthing) async throws -> Void
    ) async throws {
        try await withInstallation { factory in
            let folder = subfolder.isEmpty ? factory.inbox : try factory.inbox.folder(subfolder)
            try await withSyncthing([SyncthingShare(path: folder.path, type: type)]) { syncthing in
                try await eventually("Syncthing has marked its folder") { folder.holds(".stfolder") }
                try await body(factory, syncthing)
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
        try await withFactory("receiveonly") { factory, syncthing in
            #expect(try await factory.check(with: Installation.settings(for: syncthing)).exitCode == 0)
            #expect(try await factory.ingest().exitCode == 0)

            await syncthing.stop()
            let report = try await factory.check(with: Installation.settings(for: syncthing))
            #expect(report.exitCode == 1)
            #expect(report.state("syncthing").hasPrefix("ERROR Syncthing does not answer: "))
            try drop("IMG_1.jpg", into: factory.inbox)
            #expect(try await factory.ingest().counts.filed == 1)

            try await factory.database.close()
            try drop("IMG_2.jpg", into: factory.inbox)
            let run = try await pass(factory)
            #expect(run.exitCode == 1, "\(run.standardError)")
            #expect(try factory.originals.files().count == 2)
            try await factory.database.open()
            #expect(try await factory.ingest().exitCode == 0)
            #expect(try await factory.ledger().count == 2)
        }
    }

    @Test func verdictAgainstTheFolderStandsAsWell() async throws {
        try await withFactory("sendreceive") { factory, syncthing in
            #expect(try await factory.check(with: Installation.settings(for: syncthing)).exitCode == 1)
            await syncthing.stop()
            try drop("IMG_1.jpg", into: factory.inbox)
            for isAway in [false, true] {
                if isAway { try await factory.database.close() }
                let run = try await pass(factory)
                #expect(run.exitCode != 0)
                #expect(isAway || run.standardError.contains("Send & Receive"), "\(run.standardError)")
                #expect(try factory.inboxFiles() == ["IMG_1.jpg"] && factory.originals.files() == [])
            }
            try await factory.database.open()
        }
    }

    @Test func folderOfAPhoneBelowTheInboxIsNoticed() async throws {
        try await withFactory("sendreceive", in: "pixel") { factory, syncthing in
            try drop("IMG_1.jpg", into: try factory.inbox.folder("pixel"))
            let blind = try await pass(factory)
            #expect(blind.exitCode != 0 && blind.standardError.contains("is not known yet"), "\(blind.standardError)")

            let report = try await factory.check(with: Installation.settings(for: syncthing))
            #expect(report.exitCode == 1)
            #expect(report.state("syncthing").hasPrefix("ERROR Syncthing's folder “Pixel” is Send & Receive"))
            let run = try await pass(factory)
            #expect(run.exitCode != 0 && run.standardError.contains("Send & Receive"), "\(run.standardError)")
            #expect(factory.inbox.holds("pixel/IMG_1.jpg"))
            #expect(try factory.originals.files() == [])

            try await syncthing.set("type", of: "photos", to: "receiveonly")
            #expect(try await factory.check(with: Installation.settings(for: syncthing)).exitCode == 0)
            #expect(try await factory.ingest().counts.filed == 1)
        }
    }
}
