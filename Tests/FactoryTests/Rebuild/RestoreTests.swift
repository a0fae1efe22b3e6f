import FactoryCore
import TestSupport
import Testing

/// The restores of docs/guides/backup.md, step by step, with PostgreSQL's own tools.
struct RestoreTests {
    private func drop(_ numbers: Range<Int>, into factory: Installation) throws {
        for number in numbers {
            let photo = SamplePhoto("\(number)", taken: "2022:02:\(10 + number % 9) 12:00:00")
            try factory.inbox.write(photo.bytes(), to: "\(number)/IMG_\(number % 3).jpg")
        }
    }

    private func run(_ tool: String, _ arguments: [String], on database: ScratchDatabase) async throws {
        let folder = try #require(TestEnvironment.value("CLUSTER_BINARIES"))
        let run = try await ProgramRun.run(
            .system("\(folder)/\(tool)"), arguments, environment: database.environment)
        guard run.exitCode == 0 else { throw SupportError("\(tool): \(run.standardError)") }
    }

    private func dump(_ database: ScratchDatabase, to file: String) async throws {
        try await run("pg_dump", ["--format=custom", "--file=\(file)"], on: database)
    }

    /// A copy that keeps what a backup keeps, as that of another machine.
    private func copy(_ name: String, of folder: TestFolder, to place: TestFolder) async throws {
        let run = try await ProgramRun.run(.system("cp"), ["-a", folder.path(of: name), place.path])
        guard run.exitCode == 0 else { throw SupportError("cp: \(run.standardError)") }
    }

    private func expectWhole(_ report: VerifyReport, _ count: Int) {
        #expect(report.exitCode == 0 && report.counts.checked == count && report.counts.ok == count, "\(report.log)")
        #expect(report.counts.needsNoLook)
    }

    /// Onto a server that knows neither tables nor roles. The dump is older than Storage.
    @Test func dumpInAnEmptyServerIsBroughtUpToDateFromTheJournal() async throws {
        try await withRoleFactory { old in
            let before = try old.installation(.librarian)
            try drop(0..<5, into: before)
            #expect(try await before.ingest().counts.filed == 5)
            let file = old.root.path(of: "database.dump")
            try await dump(old.database, to: file)
            try drop(4..<11, into: before)
            #expect(try await before.ingest().counts.duplicates == 1)
            let rows = try await LedgerColumns.all(in: old.database)

            try await withOwnServer { server in
                let database = try await server.makeDatabase("restored")
                try await run(
                    "pg_restore",
                    [
                        "--dbname=\(database.name)", "--no-owner", "--no-privileges", "--exit-on-error", file,
                    ], on: database)
                let new = RoleFactory(root: old.root, server: server, database: database, logins: old.logins)
                try await new.migrate()
                let after = try new.installation(.librarian)

                let early = try await after.verify()
                #expect(early.exitCode == 1 && early.counts.ok == 5 && early.counts.unrecorded == 6, "\(early.log)")
                let start = try await after.librarian(["ingest"])
                #expect(start.exitCode == 0, "\(start.standardError)")
                #expect(start.standardError.contains("applied 6 filings of the journal"), "\(start.standardError)")
                expectWhole(try await after.verify(["--restart"]), 11)
                #expect(try await LedgerColumns.all(in: database) == rows)
                #expect(try await new.refusals() == [])
            }
        }
    }

    /// Nothing is left but Storage, copied to where there is an empty database and a new inbox.
    @Test func storageOnAnotherMachineWithAnEmptyDatabase() async throws {
        try await withInstallation { old in
            try drop(0..<11, into: old)
            let arrived = try await Conservation.arrivals(in: old.inbox)
            #expect(try await old.ingest().counts.filed == 11)
            try await withEmptyDatabase { database in
                let root = try old.root.folder("other machine")
                try await copy("Storage", of: old.storageParent, to: root)
                let new = Installation(
                    root: root, inbox: try root.folder("Photos_Inbox"), storage: try root.folder("Storage"),
                    database: database)
                try await expectRefusal(new, "run `librarian rebuild` if it was lost")

                let report = try await new.rebuild().report
                #expect(report.applied == 11 && report.recorded == 0 && report.relocated == 0)
                expectWhole(try await new.verify(), 11)
                try await expectRefusal(
                    new, "has no vault id: is it mounted? If it is a new inbox, run `librarian adopt`")
                let adoption = try await new.librarian(["adopt"])
                #expect(adoption.exitCode == 0, "\(adoption.standardError)")
                #expect(adoption.standardOutput.contains("11 files in Originals, 11 rows in the database"))
                #expect(adoption.standardOutput.contains("of 11 rows that were tried 11 have their file"))

                // The phones send everything once more.
                try drop(0..<11, into: new)
                let again = try await new.ingest()
                #expect(again.exitCode == 0 && again.counts.duplicates == 11 && again.counts.filed == 0)
                #expect(try await Conservation(factory: new).breaches(arrived: arrived) == [])
            }
        }
    }

    /// The journal was copied first, as the guide has it, and photos were filed before Originals was.
    @Test func originalsThatAreNewerThanTheJournalAreRecorded() async throws {
        try await withInstallation { old in
            try drop(0..<4, into: old)
            _ = try await old.ingest()
            let root = try old.root.folder("other machine")
            let storage = try root.folder("Storage")
            try await copy("Journal", of: old.storage, to: storage)
            try drop(4..<7, into: old)
            _ = try await old.ingest()
            try await copy("Originals", of: old.storage, to: storage)
            try await copy(Installation.idFile, of: old.storage, to: storage)
            try await withEmptyDatabase { database in
                let new = Installation(
                    root: root, inbox: try root.folder("Photos_Inbox"), storage: storage, database: database)
                let report = try await new.rebuild().report
                #expect(report.applied == 4 && report.recorded == 3)
                expectWhole(try await new.verify(), 7)
            }
        }
    }

    /// The disk with the photos was lost, and the database was not.
    @Test func photosThatTheBackupLacksAreNamedAndHealedByAnyCopy() async throws {
        try await withInstallation { factory in
            try drop(0..<3, into: factory)
            _ = try await factory.ingest()
            let backup = try factory.root.folder("backup")
            try await copy("Storage", of: factory.storageParent, to: backup)
            try drop(3..<6, into: factory)
            _ = try await factory.ingest()
            let restored = Installation(
                root: factory.root, inbox: factory.inbox, storage: try backup.folder("Storage"),
                database: factory.database)

            let report = try await restored.verify()
            #expect(report.exitCode == 1 && report.counts.ok == 3 && report.counts.missing == 3)
            let names = report.log.split(separator: "\n").filter {
                $0.contains("is missing; put a copy into the inbox, and it takes its place again")
            }
            #expect(names.count == 3, "\(report.log)")
            try drop(0..<6, into: restored)
            let counts = try await restored.ingest().counts
            #expect(counts.healed == 3 && counts.duplicates == 3)
            expectWhole(try await restored.verify(["--restart"]), 6)
        }
    }

    private func expectRefusal(_ factory: Installation, _ words: String) async throws {
        let run = try await factory.librarian(["ingest"])
        #expect(run.exitCode == 2 && run.standardError.contains(words), "\(run.standardError)")
    }
}
