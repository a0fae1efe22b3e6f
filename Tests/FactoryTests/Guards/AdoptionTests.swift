import FactoryCore
import FoundationEssentials
import TestSupport
import Testing

/// `librarian adopt`: what an earlier system or a backup left gets its id, and so does a new inbox.
struct AdoptionTests {
    private struct Report: Decodable {
        let vault: String
        let database: String?
        let storage: String?
        let inbox: String?
        let originals: Int
        let rows: Int
        let sampled: Int
        let present: Int
        let newest: String?
        let written: [String]
    }

    private let other = "0123456789abcdef0123456789abcdef"

    /// Three photos are filed; their rows tell where.
    private func withPhotos(_ body: (Installation) async throws -> Void) async throws {
        try await withInstallation { factory in
            for number in 1...3 {
                let photo = SamplePhoto("\(number)", taken: "2021:02:0\(number) 04:05:06")
                try factory.inbox.write(photo.bytes(), to: "\(number).jpg")
            }
            _ = try await factory.ingest()
            try await body(factory)
        }
    }

    private func forget(_ factory: Installation) async throws {
        try await factory.change("DELETE FROM factory.vault")
        for folder in [factory.storage, factory.inbox] { try folder.remove(Installation.idFile) }
    }

    private func adopt(_ factory: Installation, with changes: [String: String] = [:]) async throws -> Report {
        let run = try await factory.librarian(["adopt", "--json"], with: changes)
        guard run.exitCode == 0, run.standardOutput.split(separator: "\n").count == 1 else {
            throw SupportError("Exit code \(run.exitCode), “\(run.standardOutput)”, log: \(run.standardError)")
        }
        return try JSONDecoder().decode(Report.self, from: Data(run.standardOutput.utf8))
    }

    private func expectRefusal(_ factory: Installation, _ words: String, with changes: [String: String] = [:])
        async throws
    {
        let run = try await factory.librarian(["adopt"], with: changes)
        #expect(run.exitCode == 2)
        #expect(run.standardError.contains(words), "\(run.standardError)")
    }

    @Test func installationWithoutAnyIDIsShownAndGetsOne() async throws {
        try await withPhotos { factory in
            try await forget(factory)
            let refused = try await factory.librarian(["ingest"])
            #expect(refused.exitCode == 2 && refused.standardError.contains("librarian adopt"))

            let run = try await factory.librarian(["adopt"])

            #expect(run.exitCode == 0, "\(run.standardError)")
            for words in [
                "the database: no vault id", "3 files in Originals, 3 rows",
                "of 3 rows that were tried 3 have their file",
                "the newest row is that of \(factory.originals.path)/2021/", "Written to the database, STORAGE",
            ] { #expect(run.standardOutput.contains(words), "\(run.standardOutput)") }
            let ids = try await factory.vaultIDs()
            #expect(Set(ids).count == 1 && ids[0].count == 32)
            #expect(try await factory.ingest().counts.seen == 0)
        }
    }

    @Test func jsonTellsWhatWasFoundAndWritten() async throws {
        try await withPhotos { factory in
            let id = try await factory.vaultIDs()[0]
            try factory.inbox.remove(Installation.idFile)
            let report = try await adopt(factory)
            #expect(report.vault == id && report.database == id && report.storage == id && report.inbox == nil)
            #expect([report.originals, report.rows, report.sampled, report.present] == [3, 3, 3, 3])
            #expect(report.newest?.hasPrefix(factory.originals.path) == true && report.written == ["inbox"])
            #expect(try await adopt(factory).written == [])
        }
    }

    @Test(arguments: [nil, "0123456789abcdef0123456789abcdef"])
    func newInboxIsTaken(shown: String?) async throws {
        try await withPhotos { factory in
            let id = try await factory.vaultIDs()[0]
            let inbox = try factory.root.folder("new inbox")
            if let shown { try inbox.write(Array("\(shown)\n".utf8), to: Installation.idFile) }
            let report = try await adopt(factory, with: ["PHOTOS_INBOX": inbox.path])
            #expect(report.inbox == shown && report.vault == id && report.written == ["inbox"])
            #expect(try Installation.vaultID(in: inbox) == id)
            #expect(try await factory.ingest(with: ["PHOTOS_INBOX": inbox.path]).exitCode == 0)
        }
    }

    @Test func storageThatIsNotMountedIsNotAdopted() async throws {
        try await withPhotos { factory in
            try await forget(factory)
            let empty = try factory.root.folder("empty")
            try await expectRefusal(factory, "is STORAGE mounted", with: ["STORAGE": empty.path])
            #expect(empty.entries() == [])
            #expect(try await factory.vaultIDs() == ["", "", ""])
        }
    }

    @Test func storageOfAnotherInstallationIsNotAdoptedUnlessTheDatabaseIsNew() async throws {
        try await withPhotos { factory in
            try factory.storage.write(Array("\(other)\n".utf8), to: Installation.idFile)
            try await expectRefusal(factory, "different installations")
            try await factory.change("DELETE FROM media_assets")
            let report = try await adopt(factory)
            #expect(report.vault == other && report.written == ["database", "inbox"])
            #expect(try await factory.vaultIDs() == [other, other, other])
        }
    }

    @Test func inboxThatIsInUseIsNotAdopted() async throws {
        try await withPhotos { factory in
            try await factory.whileServing { _ in
                try await factory.waitForHeartbeat()
                try await expectRefusal(factory, "another librarian works on the inbox")
            }
        }
    }

    @Test func serviceThatWaitsForAnAdoptionGoesOnAfterIt() async throws {
        try await withPhotos { factory in
            try await forget(factory)
            let photo = SamplePhoto("waits", taken: "2021:02:03 04:05:06").bytes()
            try factory.inbox.write(photo, to: "waits.jpg")
            try await factory.whileServing(with: ["HEARTBEAT_SECONDS": "1"]) { _ in
                try await eventually("a heartbeat asks for it") {
                    try await factory.heartbeat().contains("run `librarian adopt`")
                }
                _ = try await adopt(factory)
                try await eventually("the photo is filed") {
                    try await factory.ledger().count == 4
                }
            }
        }
    }

    @Test(
        .enabled("\(Terminal.absence)") { await Terminal.isAvailable() },
        arguments: [("y", Int32(0)), ("n", 2), ("", 2)])
    func personAtATerminalIsAsked(answer: String, exitCode: Int32) async throws {
        try await withPhotos { factory in
            try await forget(factory)
            let arguments = try Terminal.arguments(answer: answer, .built("librarian"), ["adopt"], in: factory.root)
            let run = try await ProgramRun.run(
                .system("sh"), arguments, environment: factory.environment, in: factory.root)
            #expect(run.exitCode == exitCode, "\(run.standardOutput)")
            #expect(run.standardOutput.contains("Give this installation the vault id"), "\(run.standardOutput)")
            let ids = try await factory.vaultIDs()
            #expect(exitCode == 0 ? ids[0].count == 32 && Set(ids).count == 1 : ids == ["", "", ""])
        }
    }

    @Test func databaseThatIsAwayIsNamed() async throws {
        try await withInstallation { factory in
            try await expectRefusal(factory, "127.0.0.1", with: ["PGHOST": "127.0.0.1", "PGPORT": "1"])
            #expect(factory.inbox.entries() == [])
        }
    }
}
