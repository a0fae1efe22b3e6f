import FactoryCore
import TestSupport
import Testing

/// Bad input gets one clear sentence and the exit code of the contract.
struct BadInputTests {
    private let pass = ["ingest", "--json", "--quiet-seconds", "0"]

    @Test(arguments: [["--no-such-flag"], ["ingest", "--no-such-flag"], ["no-such-command"], ["run", "surplus"]])
    func wrongUsageExitsWith64(arguments: [String]) async throws {
        let run = try await ProgramRun.run(.built("librarian"), arguments)
        #expect(run.exitCode == 64)
        #expect(!run.standardError.isEmpty)
        #expect(run.standardOutput.isEmpty)
    }

    @Test func missingInboxIsNamed() async throws {
        try await withInstallation { factory in
            let missing = factory.root.path(of: "not here")
            expectRefusal(try await factory.librarian(pass, with: ["PHOTOS_INBOX": missing]), naming: missing)
            expectRefusal(try await factory.librarian(pass + ["--inbox", missing]), naming: missing)
        }
    }

    @Test func fileInPlaceOfStorageIsNamed() async throws {
        try await withInstallation { factory in
            try factory.root.write([1], to: "a file")
            let file = factory.root.path(of: "a file")
            expectRefusal(try await factory.librarian(pass, with: ["STORAGE": file]), naming: file)
        }
    }

    @Test(.enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func storageThatCannotBeWrittenIsNamedAndNothingMoves() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(SamplePhoto("stays", taken: "2020:01:02 03:04:05").bytes(), to: "stays.jpg")
            let path = factory.storage.path
            let mounts = "mount --bind '\(path)' '\(path)'; mount -o remount,ro,bind '\(path)'"
            let arguments = try MountNamespace.arguments(mounts: mounts, .built("librarian"), pass)

            let run = try await ProgramRun.run(
                .system("unshare"), arguments, environment: factory.environment, in: factory.root)

            expectRefusal(run, naming: path)
            #expect(try factory.inboxFiles() == ["stays.jpg"])
        }
    }

    @Test func inboxInsideStorageAndStorageInsideInboxAreRefused() async throws {
        try await withInstallation { factory in
            let inside = try factory.storage.folder("Inbox")
            expectRefusal(try await factory.librarian(pass, with: ["PHOTOS_INBOX": inside.path]), naming: inside.path)
            let storage = try factory.inbox.folder("Storage")
            expectRefusal(try await factory.librarian(pass, with: ["STORAGE": storage.path]), naming: storage.path)
        }
    }

    @Test func wrongPasswordIsNamedAndNotRepeated() async throws {
        try await PasswordLogin.shared.prepare()
        try await withInstallation { factory in
            let login = ["PGUSER": PasswordLogin.role, "PGPASSWORD": "not-the-password-7"]
            let run = try await factory.librarian(pass, with: login)
            expectRefusal(run, naming: PasswordLogin.role)
            #expect(!run.standardError.contains("not-the-password-7"))
        }
    }

    @Test func unknownDatabaseIsNamed() async throws {
        try await withInstallation { factory in
            let run = try await factory.librarian(pass, with: ["PGDATABASE": "no_such_database"])
            expectRefusal(run, naming: "no_such_database")
        }
    }

    @Test(arguments: [
        ("LIBRARIAN_QUIET_SECONDS", "ten"), ("LIBRARIAN_QUIET_SECONDS", "-1"), ("LIBRARIAN_INCOMPLETE_SECONDS", "1h"),
        ("LIBRARIAN_RESCAN_SECONDS", "5.5"), ("LIBRARIAN_WORKERS", "many"), ("HEARTBEAT_SECONDS", "0"),
        ("LIBRARIAN_EXIFTOOL", "/no/such/exiftool"),
        ("PGPORT", "70000"),
        ("LOG_LEVEL", "shout"), ("LOG_FORMAT", "xml"), ("TZ", "Nowhere/Land"),
    ])
    func badValueIsNamedByItsKey(key: String, value: String) async throws {
        try await withInstallation { factory in
            expectRefusal(try await factory.librarian(["run"], with: [key: value]), naming: key)
        }
    }

    @Test(arguments: ["ingest --json", "verify", "rebuild", "explain photo.jpg"])
    func resultThatNobodyGetsIsNoSuccess(command: String) async throws {
        try await withInstallation { factory in
            try factory.inbox.write(SamplePhoto("x", taken: "2020:01:02 03:04:05").bytes(), to: "photo.jpg")
            #expect(try await factory.ingest().exitCode == 0)
            let script = "exec '\(try TestProgram.built("librarian").file())' \(command) > /dev/full"
            let run = try await ProgramRun.run(
                .system("sh"), ["-c", script], environment: factory.environment, in: factory.root)
            #expect(run.exitCode == 2 && run.standardError.contains("standard output"), "\(run.standardError)")
        }
    }

    @Test func ledgerOfAnotherVaultIsNotVerified() async throws {
        try await withInstallation { factory in
            #expect(try await factory.ingest().exitCode == 0)
            try await factory.change("UPDATE factory.vault SET id = repeat('ab', 16)")
            expectRefusal(try await factory.librarian(["verify", "--json"]), naming: "vault id")
        }
    }

    /// Exit code 2, nothing on standard output, and one line on standard error that says what is wrong.
    private func expectRefusal(
        _ run: ProgramRun, naming name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let lines = run.standardError.split(separator: "\n")
        #expect(run.exitCode == 2, sourceLocation: sourceLocation)
        #expect(run.standardOutput.isEmpty, sourceLocation: sourceLocation)
        #expect(lines.count == 1, "\(run.standardError)", sourceLocation: sourceLocation)
        #expect(run.standardError.contains(name), "\(run.standardError)", sourceLocation: sourceLocation)
    }
}
