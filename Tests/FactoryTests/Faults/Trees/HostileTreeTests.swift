import TestSupport
import Testing

/// Folders in which other tools lose their way.
struct HostileTreeTests {
    private let photo = SamplePhoto("buried", taken: "2020:01:02 03:04:05").bytes()

    /// The path to the second is longer than any system call takes.
    @Test(arguments: [1, 200])
    func photoAHundredFoldersDeepIsFiled(lengthOfNames: Int) async throws {
        try await expectFiled(
            under: (0..<100).map { _ in "b'd' * \(lengthOfNames)" }, as: "b'deep.jpg'", storedAs: "deep.jpg")
    }

    @Test(arguments: [
        #"b"\xff\xfe folder""#, #"b"two\nlines""#, #"b"it's \"quoted\"""#, #"b"-rf""#, #"b" .. ""#, #"b"\\""#, #"b"*""#,
        #"b"n" * 255"#,
    ])
    func folderOfAnyNameIsEntered(name: String) async throws {
        try await expectFiled(under: [name, name], as: "b'photo.jpg'", storedAs: "photo.jpg")
    }

    @Test(arguments: [
        (#"b"\xff\n'\".jpg""#, #"%FF\#n'".jpg"#),
        (#"b"n" * 251 + b".jpg""#, String(repeating: "n", count: 251) + ".jpg"),
    ])
    func fileOfAnyNameIsFiled(name: String, stored: String) async throws {
        try await expectFiled(under: [#"b"\xff""#], as: name, storedAs: stored)
    }

    /// A link that leads back up, and links to Storage, would be walked for ever or file what is filed.
    @Test func linksLeadNowhere() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "a/photo.jpg")
            try factory.inbox.makeSymbolicLink("a/up", to: "..")
            try factory.inbox.makeSymbolicLink("a/self", to: "self")
            try factory.inbox.makeSymbolicLink("a/storage", to: factory.storage.path)
            try factory.inbox.makeSymbolicLink("a/root", to: "/")
            try factory.inbox.makeSymbolicLink("a/nowhere.jpg", to: "no such file")
            try factory.inbox.makePipe("a/pipe.jpg")
            try factory.inbox.makeSocket("a/s.jpg")
            let arrived = try await Fingerprints.sha256(of: ["a/photo.jpg"], in: factory.inbox)

            for filed in [1, 0] {
                let report = try await factory.ingest()
                #expect(report.exitCode == 0 && report.counts.filed == filed && report.counts.ignored == 7)
            }

            #expect(TestFolder(factory.inbox.path(of: "a")).entries().count == 7)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    @Test func emptyFilesAreNoPhotosYet() async throws {
        try await withInstallation { factory in
            let names = ["empty.jpg", "empty.mov", "empty"]
            for name in names { try factory.inbox.write([], to: name) }
            try factory.inbox.write(photo, to: "photo.jpg")

            let first = try await factory.ingest()
            try factory.inbox.write(SamplePhoto("late", taken: "2020:01:02 03:04:05").bytes(), to: "empty.jpg")
            let second = try await factory.ingest()

            #expect(first.exitCode == 0 && first.counts.filed == 1 && first.counts.ignored == names.count)
            #expect(second.counts.filed == 1 && second.counts.ignored == names.count - 1)
            #expect(try factory.inboxFiles() == ["empty", "empty.mov"])
        }
    }

    @Test(.enabled("\(OrdinaryRights.absence)") { await OrdinaryRights.areAvailable() })
    func whatMayNotBeReadWaitsAndIsNamed() async throws {
        try await PasswordLogin.shared.prepare()
        try await withInstallation { factory in
            for name in ["locked.jpg", "locked/inside.jpg", "open.jpg"] {
                try factory.inbox.write(SamplePhoto(name, taken: "2020:01:02 03:04:05").bytes(), to: name)
            }
            let arrived = try await Conservation.arrivals(in: factory.inbox)
            for name in ["locked.jpg", "locked"] { try factory.inbox.setPermissions(name, to: 0) }

            let run = try await ProgramRun.run(
                .system("setpriv"),
                OrdinaryRights.arguments(.built("librarian"), ["ingest", "--json", "--quiet-seconds", "0"]),
                environment: factory.environment(with: PasswordLogin.overNetwork), in: factory.root)
            for name in ["locked.jpg", "locked"] { try factory.inbox.setPermissions(name, to: 0o755) }

            #expect(try IngestReport(run).exitCode == 1 && IngestReport(run).counts.filed == 1)
            for name in ["locked.jpg", "locked:"] {
                #expect(run.standardError.contains("Photos_Inbox/\(name)"), "\(run.standardError)")
            }
            #expect(try await factory.ingest().counts.filed == 2)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    private func expectFiled(under folders: [String], as name: String, storedAs stored: String) async throws {
        try await withInstallation { factory in
            let tree = HostileTree(folder: factory.inbox)
            try factory.root.write(photo, to: "sample.jpg")
            let arrived = try await Fingerprints.sha256(of: ["sample.jpg"], in: factory.root)
            try await tree.bury(factory.root.path(of: "sample.jpg"), under: folders, as: name)

            let report = try await factory.ingest()

            #expect(report.exitCode == 0 && report.counts.filed == 1)
            #expect(try await tree.count() == 0)
            #expect(try factory.originals.files() == ["2020/2020-01-02/\(stored)"])
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
            // As a duplicate it goes through the same folders once more.
            try await tree.bury(factory.root.path(of: "sample.jpg"), under: folders, as: name)
            #expect(try await factory.ingest().counts.duplicates == 1)
            #expect(try await tree.count() == 0)
        }
    }
}
