import FactoryCore
import TestSupport
import Testing

/// The first run gives inbox, Storage and database one id.
struct FirstRunTests {
    private let photo = SamplePhoto("first", taken: "2021:02:03 04:05:06").bytes()
    private let id = "0123456789abcdef0123456789abcdef"

    @Test func threePlacesGetOneIDThatDoesNotCountAsAFile() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "photo.jpg")
            let first = try await factory.ingest()
            let ids = try await factory.vaultIDs()
            #expect(Set(ids).count == 1 && ids[0].count == 32)
            #expect(first.counts.seen == 1 && first.counts.filed == 1)
            #expect(try await factory.ingest().counts.seen == 0)
            #expect(try await factory.vaultIDs() == ids)
        }
    }

    @Test(arguments: [false, true]) func runThatWasKilledInBetweenIsCompleted(hasReachedStorage: Bool) async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "photo.jpg")
            try await factory.change("INSERT INTO factory.vault (id) VALUES (\(id))")
            if hasReachedStorage { try factory.storage.write(Array("\(id)\n".utf8), to: Installation.idFile) }
            #expect(try await factory.ingest().counts.filed == 1)
            #expect(try await factory.vaultIDs() == [id, id, id])
        }
    }

    @Test func storageThatIsNotThereYetIsMade() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "photo.jpg")
            let storage = TestFolder(factory.root.path(of: "new storage"))
            #expect(try await factory.ingest(with: ["STORAGE": storage.path]).counts.filed == 1)
            #expect(try await Installation.vaultID(in: storage) == factory.vaultIDs()[0])
        }
    }

    @Test func inboxThatIsNamedForOnePassGetsNoIDAndNeedsNone() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "photo.jpg")
            _ = try await factory.ingest()
            let other = try factory.root.folder("camera")
            try other.write(SamplePhoto("second", taken: "2021:02:03 04:05:06").bytes(), to: "photo.jpg")

            let run = try await factory.librarian([
                "ingest", "--json", "--quiet-seconds", "0", "--inbox", other.path,
            ])

            #expect(try IngestReport(run).counts.filed == 1)
            #expect(other.entries() == [])
        }
    }

    @Test func syncthingIsToldToLeaveTheIDAlone() async throws {
        try await withInstallation { factory in
            try factory.inbox.folder(".stfolder")
            try factory.inbox.write(Array("*.tmp".utf8), to: ".stignore")
            let report = try await factory.ingest(with: ["LIBRARIAN_SYNCTHING": "any"])
            #expect(report.counts.seen == 1, "the folder itself")
            #expect(try factory.inbox.read(".stignore") == Array("*.tmp\n(?d).photo-factory*\n".utf8))
        }
    }

    @Test func withoutADatabaseThereIsNoFirstRun() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "photo.jpg")
            let away = ["PGHOST": "127.0.0.1", "PGPORT": "1", "HEARTBEAT_SECONDS": "1"]
            try await factory.whileServing(with: away) { librarian in
                try await eventually("it says why") { try await librarian.log().contains("only the database can tell") }
                #expect(factory.storage.entries().isEmpty && factory.inbox.entries() == ["photo.jpg"])
                await librarian.terminate()
                #expect(try await librarian.end(within: .seconds(10)).exitCode == 0)
            }
        }
    }
}
