import FactoryCore
import TestSupport
import Testing

/// A folder that is not the right one is never taken for an empty one: nothing is moved, and the dashboard says why.
struct WrongMountTests {
    private let pass = ["ingest", "--json", "--quiet-seconds", "0"]
    private let everySecond = [
        "LIBRARIAN_RESCAN_SECONDS": "1", "HEARTBEAT_SECONDS": "1", "LIBRARIAN_QUIET_SECONDS": "0",
    ]
    private let other = "0123456789abcdef0123456789abcdef"

    private func photo(_ name: String) -> [UInt8] { SamplePhoto(name, taken: "2021:02:03 04:05:06").bytes() }

    /// One photo is filed, another waits.
    private func withFiledPhoto(_ body: (Installation) async throws -> Void) async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo("first"), to: "first.jpg")
            _ = try await factory.ingest()
            try factory.inbox.write(photo("second"), to: "second.jpg")
            try await body(factory)
        }
    }

    private func expectRefusal(_ factory: Installation, _ words: String, with changes: [String: String] = [:])
        async throws
    {
        let run = try await factory.librarian(pass, with: changes)
        #expect(run.exitCode == 2 && run.standardOutput.isEmpty)
        #expect(run.standardError.split(separator: "\n").count == 1, "\(run.standardError)")
        #expect(run.standardError.contains(words), "\(run.standardError)")
    }

    @Test func inboxOfAnotherInstallationIsRefused() async throws {
        try await withFiledPhoto { factory in
            let id = try await factory.vaultIDs()[0]
            try factory.inbox.write(Array("\(other)\n".utf8), to: Installation.idFile)
            try await expectRefusal(factory, "shows the vault id \(other), but STORAGE (\(factory.storage.path)) \(id)")
            #expect(try factory.inboxFiles() == ["second.jpg"])
        }
    }

    @Test func emptyFolderInPlaceOfTheInboxIsRefused() async throws {
        try await withFiledPhoto { factory in
            let empty = try factory.root.folder("empty")
            try await expectRefusal(factory, "is it mounted?", with: ["PHOTOS_INBOX": empty.path])
            #expect(empty.entries() == [])
        }
    }

    @Test func emptyFolderInPlaceOfStorageIsRefusedAndStaysEmpty() async throws {
        try await withFiledPhoto { factory in
            let empty = try factory.root.folder("empty")
            for path in [empty.path, factory.root.path(of: "missing")] {
                try await expectRefusal(factory, "is STORAGE mounted?", with: ["STORAGE": path])
            }
            #expect(empty.entries() == [] && !factory.root.holds("missing"))
            #expect(try factory.inboxFiles() == ["second.jpg"])
            #expect(try await factory.ingest().counts.filed == 1)
        }
    }

    @Test func emptyDatabaseIsRefusedForAStorageWithPhotos() async throws {
        try await withFiledPhoto { factory in
            try await withScratchDatabase { another in
                try await expectRefusal(factory, "librarian rebuild", with: another.environment)
                let ids = try await another.connect().query("SELECT id FROM factory.vault") { try $0.string(0) }
                #expect(ids == [])
            }
        }
    }

    @Test func serviceThatFindsAnEmptyStorageWaitsAndGoesOnWhenTheRightOneIsBack() async throws {
        try await withFiledPhoto { factory in
            let parent = factory.storageParent
            try parent.rename("Storage", to: "away")
            let empty = try parent.folder("Storage")
            try await factory.whileServing(with: everySecond) { librarian in
                try await eventually("a heartbeat says what is wrong") {
                    try await factory.heartbeat().hasPrefix(
                        "ERROR Nothing is filed: STORAGE (\(empty.path)) has neither")
                }
                #expect(empty.entries() == [])
                #expect(try factory.inboxFiles() == ["second.jpg"])
                #expect(try await factory.ledger().count == 1)
                try parent.rename("Storage", to: "empty")
                try parent.rename("away", to: "Storage")

                try await eventually("the photo is filed") {
                    try await factory.ledger().count == 2
                }
                try await eventually("the light is green again") { try await factory.heartbeat().hasPrefix("OK ") }
                let log = try await librarian.log()
                #expect(log.split(separator: "\n").count { $0.contains("nothing is filed: ") } == 1, "\(log)")
                #expect(log.contains("filing goes on"))
            }
        }
    }

    @Test func folderThatIsPutInPlaceOfStorageMeanwhileIsNotFiledInto() async throws {
        try await withFiledPhoto { factory in
            let parent = factory.storageParent
            try await factory.whileServing(with: everySecond) { librarian in
                try await eventually("it files") { try await factory.ledger().count == 2 }
                try parent.rename("Storage", to: "away")
                let empty = try parent.folder("Storage")
                try factory.inbox.write(photo("third"), to: "third.jpg")
                try await eventually("a heartbeat says what is wrong") {
                    try await factory.heartbeat().contains("is STORAGE mounted?")
                }
                #expect(empty.entries() == [])
                #expect(try factory.inboxFiles() == ["third.jpg"])
                try parent.rename("Storage", to: "empty")
                try parent.rename("away", to: "Storage")
                try await eventually("the photo is filed") {
                    try await factory.ledger().count == 3
                }
                #expect(await !librarian.hasEnded())
            }
        }
    }

    @Test func agreeingFoldersNeedNoDatabaseToBeLetIn() async throws {
        try await withFiledPhoto { factory in
            let away = everySecond.merging(["PGHOST": "127.0.0.1", "PGPORT": "1"]) { $1 }
            try await factory.whileServing(with: away) { librarian in
                try await eventually("it holds the inbox") {
                    String(decoding: try factory.inbox.read(Installation.idFile), as: UTF8.self).contains("process")
                }
                let log = try await librarian.log()
                #expect(!log.contains("nothing is filed"), "\(log)")
            }
        }
    }

    @Test(.enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func readOnlyInboxIsRefused() async throws {
        try await withFiledPhoto { factory in
            let path = factory.inbox.path
            let mounts = "mount --bind '\(path)' '\(path)'; mount -o remount,ro,bind '\(path)'"
            let run = try await ProgramRun.run(
                .system("unshare"), MountNamespace.arguments(mounts: mounts, .built("librarian"), pass),
                environment: factory.environment, in: factory.root)
            #expect(run.exitCode == 2)
            #expect(run.standardError.contains("PHOTOS_INBOX (\(path)) is mounted read-only"), "\(run.standardError)")
        }
    }
}
