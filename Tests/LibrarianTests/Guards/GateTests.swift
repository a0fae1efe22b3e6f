import FactoryCore
import Logging
import TestSupport
import Testing

@testable import librarian

@Suite("The gate")
struct GateTests {
    private let name = ".photo-factory-vault"

    /// A gate before an archive, as a start of the librarian makes it.
    private func makeGate(
        _ archive: Archive, flags: [String: String] = [:], with changes: [String: String] = [:],
        clock: any WallClock = SetClock(), glanceInterval: Duration = .seconds(1)
    ) throws -> Gate {
        let folders = ["PHOTOS_INBOX": archive.site.inboxFiles.path, "STORAGE": archive.site.storageFiles.path]
        let environment = archive.database.environment.merging(folders) { $1 }.merging(changes) { $1 }
        return try Gate(
            LibrarianSettings(Settings(flags: flags, environment: environment)), logger: Logger(label: "test"),
            clock: clock, glanceInterval: glanceInterval)
    }

    /// The ids that the three places show.
    private func ids(_ archive: Archive) async throws -> [VaultID?] {
        let database = try await archive.database.connect().query(VaultTable.find) { try VaultTable.id($0) }.first
        return [
            database, try VaultFile.read(in: archive.site.storage)?.id, try VaultFile.read(in: archive.site.inbox)?.id,
        ]
    }

    private func obstacle(_ body: () async throws -> Void) async throws -> String {
        let obstacle = await #expect(throws: Obstacle.self) { try await body() }
        return obstacle?.description ?? ""
    }

    @Test("gives a new installation one id, and the next start finds it")
    func firstRun() async throws {
        try await withArchive { archive in
            try await makeGate(archive).open()
            let first = try await ids(archive)
            #expect(Set(first).count == 1 && first[0] != nil)
            try await makeGate(archive).open()
            #expect(try await ids(archive) == first)
        }
    }

    @Test("completes a first run that was cut off, with its id", arguments: 1...2)
    func cutOff(written: Int) async throws {
        try await withArchive { archive in
            let id = VaultID.random()
            try await archive.change(VaultTable.insert(id))
            if written > 1 { try VaultFile.write(id, in: archive.site.storage) }
            try await makeGate(archive).open()
            #expect(try await ids(archive) == [id, id, id])
        }
    }

    @Test("gives one id when several librarians make their first run at once")
    func atOnce() async throws {
        try await withArchive { archive in
            let inboxes = try (0..<3).map { try archive.site.storageFiles.folder("../Inbox\($0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for inbox in inboxes {
                    let gate = try makeGate(archive, with: ["PHOTOS_INBOX": inbox.path])
                    group.addTask { try await gate.open() }
                }
                try await group.waitForAll()
            }
            let shown = try inboxes.map { try VaultFile.read(in: Folder.open($0.path))?.id }
            #expect(Set(try await ids(archive).prefix(2) + shown).count == 1)
        }
    }

    @Test("writes nothing into an inbox that was named for one run")
    func named() async throws {
        try await withArchive { archive in
            let flags = ["PHOTOS_INBOX": archive.site.inboxFiles.path]
            try await makeGate(archive, flags: flags).open()
            #expect(archive.site.inboxFiles.entries() == [])
            #expect(try await Set(ids(archive).prefix(2)).count == 1)
            try VaultFile.write(.random(), in: archive.site.inbox)
            let sentence = try await obstacle { try await makeGate(archive, flags: flags).open() }
            #expect(sentence.hasPrefix("PHOTOS_INBOX (\(archive.site.inboxFiles.path)) shows the vault id"))
        }
    }

    @Test("stays shut while the id of a folder is gone, and opens by itself")
    func gone() async throws {
        try await withArchive { archive in
            let gate = try makeGate(archive)
            try await gate.open()
            try archive.site.originalFiles.write([1], to: "2024/2024-01-02/a.jpg")
            for files in [archive.site.inboxFiles, archive.site.storageFiles] {
                try files.rename(name, to: "away")
                for scope in [Gate.Scope.folders, .everything] {
                    let sentence = try await obstacle { try await gate.check(scope) }
                    #expect(sentence.contains("(\(files.path)) has no vault id"), "\(sentence)")
                }
                #expect(files.entries().contains(name) == false)
                try files.rename("away", to: name)
                try await gate.check(.folders)
            }
        }
    }

    @Test("needs no database for folders that agree, and asks it when it is back")
    func outage() async throws {
        try await withArchive { archive in
            let away = ["PGHOST": "127.0.0.1", "PGPORT": "1"]
            let first = try await obstacle { try await makeGate(archive, with: away).open() }
            #expect(first.contains("only the database can tell why"))
            #expect(archive.site.inboxFiles.entries() == [] && archive.site.storageFiles.entries() == [])
            try await makeGate(archive).open()
            let gate = try makeGate(archive, with: away)
            try await gate.open()
            try await gate.check(.everything)
        }
    }

    @Test("does not admit a database whose connection breaks")
    func brokenConnection() async throws {
        try await withArchive { archive in
            let gate = try makeGate(archive)
            try await gate.open()
            let connection = try await archive.database.connect()
            try await gate.admitDatabase(over: connection)
            let number = try await connection.query("SELECT pg_backend_pid()") { try $0.int(0) }[0]
            try await archive.database.connect().execute("SELECT pg_terminate_backend(\(number)::integer)")
            await #expect(throws: DatabaseError.self) { try await gate.admitDatabase(over: connection) }
        }
    }

    @Test("asks the very database that will be told, wherever its own connection would lead")
    func databaseBehindTheConnection() async throws {
        try await withArchive { archive in
            let gate = try makeGate(archive)
            try await gate.open()
            try await withScratchDatabase { other in
                let connection = try await other.connect()
                try await connection.execute(VaultTable.insert(.random()))
                let sentence = try await obstacle { try await gate.admitDatabase(over: connection) }
                #expect(sentence.contains("but the database"))
            }
        }
    }

    @Test("notices another database by the id that it shows, but not with every look")
    func otherDatabase() async throws {
        try await withArchive { archive in
            let gate = try makeGate(archive)
            try await gate.open()
            try await archive.change(VaultTable.replace(.random()))
            try await gate.check(.folders)
            let connection = try await archive.database.connect()
            let sentence = try await obstacle { try await gate.admitDatabase(over: connection) }
            #expect(sentence.contains("but the database"))
        }
    }

    @Test("is shut while the clock is earlier than the program")
    func clock() async throws {
        try await withArchive { archive in
            let clock = SetClock(FactoryVersion.earliestUse.adding(seconds: -60))
            let gate = try makeGate(archive, clock: clock)
            #expect(try await obstacle { try await gate.open() }.hasPrefix("the clock shows 2026-11-20"))
            #expect(archive.site.storageFiles.entries() == [])
            clock.advance(by: .seconds(60))
            try await gate.open()
        }
    }

    @Test("is shut while Storage has less room than it should, and looks again in the middle of a pass")
    func space() async throws {
        try await withArchive { archive in
            let tooMuch = ["LIBRARIAN_FREE_MEGABYTES": "1000000000"]
            let sentence = try await obstacle { try await makeGate(archive, with: tooMuch).open() }
            #expect(sentence.hasPrefix("STORAGE (\(archive.site.storageFiles.path)) has "))
            #expect(archive.site.storageFiles.entries() == [])
            try await makeGate(archive, with: ["LIBRARIAN_FREE_MEGABYTES": "0"]).open()
        }
    }

    @Test("looks in the middle of a pass, though not each time that it is asked", arguments: [3600, 0.1])
    func glance(interval: Double) async throws {
        try await withArchive { archive in
            let gate = try makeGate(archive, glanceInterval: .seconds(interval))
            try await gate.open()
            try archive.site.originalFiles.write([1], to: "2024/2024-01-02/a.jpg")
            try archive.site.storageFiles.remove(name)
            if interval > 1 {
                try await gate.glance()
            } else {
                try await eventually("it looks") { await (try? gate.glance()) == nil }
            }
        }
    }

    @Test("lets one librarian at a time into an inbox, and none of them while something is in the way")
    func lock() async throws {
        try await withArchive { archive in
            let first = try makeGate(archive, with: ["LIBRARIAN_ID": "first"])
            let second = try makeGate(archive, with: ["LIBRARIAN_ID": "second"])
            try await first.open()
            let error = await #expect(throws: StartupError.self) { try await second.open() }
            #expect(error?.description.contains("already (librarian 'first', process ") == true)
            try archive.site.originalFiles.write([1], to: "2024/2024-01-02/a.jpg")
            try archive.site.storageFiles.rename(name, to: "away")
            await #expect(throws: Obstacle.self) { try await first.check(.folders) }
            try archive.site.storageFiles.rename("away", to: name)
            try await second.open()
            await #expect(throws: StartupError.self) { try await first.check(.folders) }
        }
    }

    @Test("refuses folders that contain each other, and makes nothing in them")
    func nested() async throws {
        try await withArchive { archive in
            #expect(throws: StartupError.self) {
                try makeGate(archive, with: ["STORAGE": archive.site.inboxFiles.path(of: "Storage")])
            }
            #expect(archive.site.inboxFiles.entries() == [])
        }
    }

    @Test("names the setting of a folder that cannot be looked at")
    func unusable() async throws {
        try await withArchive { archive in
            let missing = archive.site.inboxFiles.path(of: "none")
            let inbox = try await obstacle { try await makeGate(archive, with: ["PHOTOS_INBOX": missing]).open() }
            #expect(inbox.hasPrefix("PHOTOS_INBOX: cannot open the folder \(missing)"))
            try archive.site.storageFiles.write([1], to: "file")
            let file = archive.site.storageFiles.path(of: "file")
            let storage = try await obstacle { try await makeGate(archive, with: ["STORAGE": file]).open() }
            #expect(storage.hasPrefix("STORAGE: cannot open the folder \(file)"))
        }
    }
}
