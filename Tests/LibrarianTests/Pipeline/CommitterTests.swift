import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import librarian

@Suite("The committer, on real files and a real database")
struct CommitterTests {
    private let place = "2024/2024-03-09/"

    @Test("files a batch: moves, journal, rows")
    func files() async throws {
        try await withArchive { archive in
            let site = archive.site
            let batch = [
                try site.arrive("a.jpg", "1"), try site.arrive("x/a.jpg", "2"),
                try site.arrive("b", "3", day: "2023-01-01"),
            ]
            let outcomes = try await archive.file(batch, by: archive.committer())
            #expect(outcomes == ["a.jpg": .filed(1), "x/a.jpg": .filed(1), "b": .filed(1)])
            let expected = [
                "2023/2023-01-01/b", "\(place)a.jpg", "\(place)a_\(batch[1].fingerprint.hex.prefix(8)).jpg",
            ]
            #expect(try site.originalFiles.files() == expected)
            #expect(try await archive.rows().sorted() == expected)
            #expect(try site.inboxFiles.files() == [])
            let journal = try site.storageFiles.read("Journal/librarian/00000001.jsonl")
            #expect(journal.count { $0 == 10 } == 6)
        }
    }

    @Test("stores content once that comes twice in a batch, and removes the second file after the first is durable")
    func duplicatesInside() async throws {
        try await withArchive { archive in
            let site = archive.site
            let committer = try archive.committer()
            let report = try await committer.file([site.arrive("a.jpg", "1"), site.arrive("b.jpg", "1")])
            #expect(report.settled.map(\.outcome) == [.filed(1)])
            #expect(try site.inboxFiles.files() == ["b.jpg"])
            #expect(try await committer.record().recovery.corrections.isEmpty)
            #expect(try await committer.file([PreparedGroup]()).settled.map(\.outcome) == [.duplicate])
            _ = try await committer.record()
            #expect(await !committer.hasDeferred)
            #expect(try site.inboxFiles.files() == [] && site.originalFiles.files() == ["\(place)a.jpg"])
            #expect(try await archive.intake() == ["duplicate"])
        }
    }

    @Test("removes a duplicate of what is known, and heals with it what has gone")
    func known() async throws {
        try await withArchive { archive in
            let (site, committer) = (archive.site, try archive.committer())
            try await archive.file([site.arrive("a.jpg", "1")], by: committer)
            #expect(try await archive.file([site.arrive("b.jpg", "1")], by: committer) == ["b.jpg": .duplicate])
            try site.originalFiles.remove("\(place)a.jpg")
            let files = [try site.arrive("c.jpg", "1"), try site.arrive("d.jpg", "1")]
            #expect(try await archive.file(files, by: committer) == ["c.jpg": .healed(1), "d.jpg": .duplicate])
            #expect(try site.originalFiles.files() == ["\(place)a.jpg"])
            #expect(try await archive.rows() == ["\(place)a.jpg"])
            #expect(try await archive.intake() == ["duplicate", "healed", "duplicate"])
        }
    }

    @Test("puts damaged bytes into quarantine when a whole file takes their place")
    func damaged() async throws {
        try await withArchive { archive in
            let (site, committer) = (archive.site, try archive.committer())
            try await archive.file([site.arrive("a.jpg", "good")], by: committer)
            try site.originalFiles.write("evil".bytes, to: "\(place)a.jpg")
            #expect(try await archive.file([site.arrive("b.jpg", "good")], by: committer) == ["b.jpg": .healed(4)])
            #expect(try site.originalFiles.read("\(place)a.jpg") == "good".bytes)
            let kept = TestFolder(site.storageFiles.path(of: "Quarantine"))
            #expect(try kept.files().map { try kept.read($0) } == ["evil".bytes])
        }
    }

    @Test("becomes one asset and one removed duplicate when another librarian files the same content at the same time")
    func conflict() async throws {
        try await withArchive { archive in
            let site = archive.site
            let (first, second) = (try archive.committer("first"), try archive.committer("second"))
            _ = try await first.file([site.arrive("a.jpg", "1", day: "2024-03-09")])
            _ = try await second.file([site.arrive("b.jpg", "1", day: "2024-03-10")])
            #expect(try site.originalFiles.files().count == 2)
            #expect(try await first.record().recovery.corrections.isEmpty)
            let corrections = try await second.record().recovery.corrections
            #expect(corrections.map(\.told) == [.filed(1)] && corrections.map(\.holds) == [.duplicate])
            #expect(try site.originalFiles.files() == ["\(place)a.jpg"])
            #expect(try await archive.rows() == ["\(place)a.jpg"])
        }
    }

    @Test("tells of a row that the database refuses, and files the others")
    func refused() async throws {
        try await withArchive { archive in
            let (site, committer) = (archive.site, try archive.committer())
            try await archive.change("ALTER TABLE media_assets ADD CONSTRAINT picky CHECK (size_bytes <> 3)")
            _ = try await committer.file([site.arrive("bad.jpg", "bad"), site.arrive("good.jpg", "good")])
            let corrections = try await committer.record().recovery.corrections
            #expect(corrections.map(\.told) == [.filed(3)])
            guard case .trouble(let reason)? = corrections.first?.holds else {
                Issue.record("a refused row is no trouble")
                return
            }
            #expect(reason.contains("picky") && reason.contains("\(place)bad.jpg"))
            #expect(try await archive.rows() == ["\(place)good.jpg"])
            #expect(try await archive.intake() == ["refused"])
            #expect(try site.originalFiles.files().count == 2)
        }
    }

    /// Its content stands in Originals, but the ledger does not know it, nor ever will.
    @Test("comes to an end with a file whose row was refused before, and leaves it in the inbox")
    func refusedAgain() async throws {
        try await withArchive { archive in
            let (site, committer) = (archive.site, try archive.committer())
            try await archive.change("ALTER TABLE media_assets ADD CONSTRAINT picky CHECK (size_bytes <> 3)")
            try await archive.file([site.arrive("bad.jpg", "bad")], by: committer)
            #expect(try await committer.file([site.arrive("bad.jpg", "bad")]).settled.isEmpty)
            let corrections = try await committer.record().recovery.corrections
            #expect(corrections.count == 1 && corrections.first?.told == nil)
            #expect(await !committer.hasDeferred)
            #expect(try site.inboxFiles.files() == ["bad.jpg"])
        }
    }

    @Test("adopts content that stands at its place without a row, and removes the file that brought it")
    func adopts() async throws {
        try await withArchive { archive in
            let site = archive.site
            try site.originalFiles.write("1".bytes, to: "\(place)a.jpg")
            #expect(
                try await archive.file([site.arrive("a.jpg", "1")], by: archive.committer()) == ["a.jpg": .duplicate])
            #expect(try await archive.rows() == ["\(place)a.jpg"])
            #expect(try site.originalFiles.files() == ["\(place)a.jpg"] && site.inboxFiles.files() == [])
        }
    }

    @Test("goes on after somebody removed a day's folder between two batches")
    func removedDay() async throws {
        try await withArchive { archive in
            let (site, committer) = (archive.site, try archive.committer())
            try await archive.file([site.arrive("a.jpg", "1")], by: committer)
            try site.originalFiles.rename("2024", to: "../elsewhere")
            #expect(try await archive.file([site.arrive("b.jpg", "2")], by: committer) == ["b.jpg": .filed(1)])
            #expect(try site.originalFiles.files() == ["\(place)b.jpg"])
        }
    }

    @Test(
        "files names that are hard to store, also when they are taken",
        arguments: [
            Array(repeating: 0xFF, count: 255), "a.".bytes + Array(repeating: 0xFF, count: 250),
            "a.".bytes + Array(repeating: 0x78, count: 253), "\u{301}a.jpg".bytes, "\n".bytes, "%FF".bytes,
        ] as [[UInt8]])
    func hardNames(name: [UInt8]) async throws {
        try await withArchive { archive in
            let (site, committer) = (archive.site, try archive.committer())
            for content in ["1", "2", "1"] {
                try site.inboxFiles.write(content.bytes, toRawName: name)
                let file = try site.prepare(name: name)
                let expected: FileOutcome = try site.originalFiles.files().count == 2 ? .duplicate : .filed(1)
                #expect(try await Array(archive.file([file], by: committer).values) == [expected])
            }
            #expect(try await archive.rows().count == 2)
            #expect(site.inboxFiles.entries() == [])
        }
    }

    @Test(
        "stops at a full storage, accounts for every file and leaves them in the inbox",
        .enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func full() async throws {
        try await withScratchDatabase { database in
            try await withTemporaryFolder { inbox in
                try await withSmallFileSystem(kilobytes: 256) { system in
                    let storage = system.folder
                    let archive = Archive(site: try Site(inbox: inbox, storage: storage), database: database)
                    let large = String(repeating: "x", count: 1_000_000)
                    let batch = [try archive.site.arrive("a.jpg", large), try archive.site.arrive("b.jpg", "1")]
                    let committer = try archive.committer()
                    let report = try await committer.file(batch)
                    #expect(report.stopped?.code == ENOSPC)
                    #expect(report.settled.count == 2 && report.settled.allSatisfy { $0.outcome.stays })
                    _ = try await committer.record()
                    #expect(try inbox.files() == ["a.jpg", "b.jpg"])
                    #expect(try await archive.rows() == [])
                }
            }
        }
    }

    @Test(
        "files no member of a group whose leader has to be copied, and cannot be, although its own way is shorter",
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"))
    func leaderThatCrosses() async throws {
        try await withArchive { archive in
            try await withTemporaryFolder(in: OtherFileSystem.path) { elsewhere in
                let (site, committer) = (archive.site, try archive.committer())
                let member = try site.arrive("a.mov", "video")
                try elsewhere.write("still".bytes, to: "a.jpg")
                let folder = try Folder.open(elsewhere.path)
                let file = try folder.openFile("a.jpg".bytes)
                // What is read back from its copy is not what it is said to hold.
                let leader = PreparedFile(
                    path: try #require(RelativePath("a.jpg")), folder: folder, file: file,
                    stamp: try file.stamp("a.jpg"), fingerprint: try .of("another"), metadata: member.metadata,
                    problem: nil)
                let report = try await committer.file([PreparedGroup(media: [leader, member], sidecars: [])])
                #expect(report.settled.count == 2 && report.settled.allSatisfy { $0.outcome.stays })
                #expect(try site.inboxFiles.files() == ["a.mov"] && elsewhere.files() == ["a.jpg"])
                #expect(try site.originalFiles.files() == [])
            }
        }
    }
}
