import TestSupport
import Testing

/// What is no photo stays where it is, untouched and counted.
struct IgnoredFileTests {
    private let photo = SamplePhoto("ignored", taken: "2020:01:02 03:04:05").bytes()

    @Test func filesThatAreNoMediaStayAndAreCounted() async throws {
        try await withInstallation { factory in
            let names = ["note.txt", "scan.pdf", "really text.jpg"]
            try factory.inbox.write(SampleNonMedia.text("1"), to: names[0])
            try factory.inbox.write(SampleNonMedia.document("2"), to: names[1])
            try factory.inbox.write(SampleNonMedia.text("3"), to: names[2])
            try factory.inbox.write(photo, to: "photo.jpg")

            let report = try await factory.ingest()

            #expect(report.counts.seen == 4)
            #expect(report.counts.ignored == 3)
            #expect(report.counts.filed == 1)
            #expect(try factory.inboxFiles() == names.sorted())
            #expect(try await factory.ledger().count == 1)
        }
    }

    /// One name is no UTF-8 and is written with an escape, which is the other's very name.
    @Test func filesWhoseNamesLookAlikeInTheLedgerAreBothCounted() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(SampleNonMedia.text("1"), toRawName: [0xFF] + Array(".txt".utf8))
            try factory.inbox.write(SampleNonMedia.text("2"), to: "%FF.txt")
            try factory.inbox.write(photo, to: "photo.jpg")

            let first = try await factory.ingest()
            let second = try await factory.ingest()

            #expect(first.exitCode == 0 && first.counts.ignored == 2 && first.counts.filed == 1)
            #expect(second.exitCode == 0 && second.counts.ignored == 2)
            #expect(try factory.inboxFiles().count == 2)
            #expect(try await factory.ledger().count == 1)
        }
    }

    @Test(arguments: [
        ".hidden.jpg", ".syncthing.IMG_0001.jpg.tmp", "~syncthing~IMG_0001.jpg.tmp", "@eaDir/IMG_0001.jpg",
        ".stfolder/marker.jpg", ".stversions/IMG_0001~20240101-120000.jpg", "#recycle/IMG_0001.jpg", "Thumbs.db",
        "Phone/.DS_Store", "IMG_0001.jpg.part", "IMG_0001.jpg.crdownload",
    ])
    func filesOfOtherProgramsStayAndAreCounted(name: String) async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: name)

            let report = try await factory.ingest(with: ["LIBRARIAN_SYNCTHING": "any"])

            #expect(report.counts.ignored == 1)
            #expect(report.counts.filed == 0)
            #expect(try factory.inboxFiles() == [name])
            #expect(try factory.originals.files() == [])
        }
    }

    @Test func linksPipesAndSocketsAreNeverOpened() async throws {
        try await withInstallation { factory in
            let outside = try factory.root.folder("outside")
            try outside.write(photo, to: "secret.jpg")
            try factory.inbox.makeSymbolicLink("link.jpg", to: outside.path(of: "secret.jpg"))
            try factory.inbox.makeSymbolicLink("folder", to: outside.path)
            try factory.inbox.makePipe("pipe.jpg")
            try factory.inbox.makeSocket("socket.jpg")

            // Opening the pipe would hang until the time limit of the run.
            let report = try await factory.ingest()

            #expect(report.counts.ignored == 4)
            #expect(report.counts.filed == 0)
            let left = Set(factory.inbox.entries()).subtracting(Installation.ownFiles)
            #expect(left == ["link.jpg", "folder", "pipe.jpg", "socket.jpg"])
            #expect(try outside.files() == ["secret.jpg"])
        }
    }
}
