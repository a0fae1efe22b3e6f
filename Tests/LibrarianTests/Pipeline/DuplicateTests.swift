import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import librarian

@Suite("The committer and a file whose content the ledger has")
struct DuplicateTests {
    private let place = "2024/2024-03-09/a.jpg"

    /// Lends a committer that has filed the content `same` as `a.jpg`.
    private func withOriginal(_ body: (Archive, Committer) async throws -> Void) async throws {
        try await withArchive { archive in
            let committer = try archive.committer()
            try await archive.file([archive.site.arrive("a.jpg", "same")], by: committer)
            try await body(archive, committer)
        }
    }

    @Test("removes it when the stored original is whole, and nothing else")
    func removed() async throws {
        try await withOriginal { archive, committer in
            let site = archive.site
            let outcomes = try await archive.file([site.arrive("b.jpg", "same")], by: committer)
            #expect(outcomes == ["b.jpg": .duplicate])
            #expect(site.inboxFiles.entries() == [])
            #expect(try site.originalFiles.files() == [place] && site.originalFiles.read(place) == "same".bytes)
            #expect(!site.storageFiles.holds("Quarantine"))
        }
    }

    @Test("removes any number of copies in two batches, also of content that was new")
    func manyCopies() async throws {
        try await withArchive { archive in
            let committer = try archive.committer()
            let files = try (0..<40).map { try archive.site.arrive("copy\($0).jpg", "same") }
            let first = try await committer.file(files)
            _ = try await committer.record()
            let second = try await committer.file([PreparedGroup]())
            _ = try await committer.record()
            #expect(first.settled.map(\.outcome) == [.filed(4)])
            #expect(second.settled.map(\.outcome) == Array(repeating: .duplicate, count: 39))
            #expect(await !committer.hasDeferred)
            #expect(archive.site.inboxFiles.entries() == [])
            #expect(try await archive.intake() == Array(repeating: "duplicate", count: 39))
        }
    }

    @Test("puts damaged bytes into the quarantine and the file into their place", arguments: ["bad!", "sam", ""])
    func damaged(content: String) async throws {
        try await withOriginal { archive, committer in
            let site = archive.site
            try site.originalFiles.write(content.bytes, to: place)
            #expect(try await archive.file([site.arrive("b.jpg", "same")], by: committer) == ["b.jpg": .healed(4)])
            let kept = try site.storageFiles.files().filter { $0.hasPrefix("Quarantine/2027-01-15/a_") }
            #expect(try kept.map { try site.storageFiles.read($0) } == [content.bytes])
            #expect(try site.originalFiles.files() == [place] && site.originalFiles.read(place) == "same".bytes)
            #expect(site.inboxFiles.entries() == [])
            #expect(try await archive.rows() == [place])
        }
    }

    @Test("removes it when it is a second name of the stored original")
    func hardLink() async throws {
        try await withOriginal { archive, committer in
            let site = archive.site
            try #require(link(site.originalFiles.path(of: place), site.inboxFiles.path(of: "b.jpg")) == 0)
            #expect(try await archive.file([site.prepare("b.jpg")], by: committer) == ["b.jpg": .duplicate])
            #expect(try site.originalFiles.read(place) == "same".bytes)
            #expect(site.inboxFiles.entries() == [])
        }
    }

    /// As when Originals is mounted a second time, inside the inbox.
    @Test("never takes the stored original itself for a copy, also not beside a true one")
    func originalItself() async throws {
        try await withOriginal { archive, committer in
            let site = archive.site
            let copy = try site.arrive("b.jpg", "same")
            let folder = try Folder.open(site.originalFiles.path(of: "2024/2024-03-09"))
            let file = try folder.openFile("a.jpg".bytes)
            let itself = PreparedFile(
                path: try #require(RelativePath(components: ["a.jpg".bytes])), folder: folder, file: file,
                stamp: try file.stamp("a.jpg"), fingerprint: copy.fingerprint, metadata: copy.metadata, problem: nil)
            let outcomes = try await archive.file([copy, itself], by: committer)
            #expect(outcomes["b.jpg"] == .duplicate)
            #expect(outcomes["a.jpg"]?.stays == true)
            #expect(try site.originalFiles.read(place) == "same".bytes)
        }
    }

    @Test("leaves it, or sees that it has gone, when somebody else's hand is at it")
    func meanwhile() async throws {
        try await withOriginal { archive, committer in
            let site = archive.site
            let file = try site.arrive("b.jpg", "same")
            try site.inboxFiles.append([0], to: "b.jpg")
            let expected = FileOutcome.pending("it was replaced while it was compared")
            #expect(try await archive.file([file], by: committer) == ["b.jpg": expected])
            #expect(try site.inboxFiles.read("b.jpg") == "same".bytes + [0])
            try site.inboxFiles.remove("b.jpg")
            #expect(try await archive.file([file], by: committer) == ["b.jpg": .vanished])
        }
    }

    /// The other librarian has written down and moved its photo, and not told the database yet.
    @Test("does not take for damaged what another librarian has just filed in the place of a missing original")
    func anotherPhotoWithoutRow() async throws {
        try await withOriginal { archive, committer in
            let site = archive.site
            try site.originalFiles.write("other".bytes, to: place)
            try site.journal("second").append([.intent(.sample(to: place, content: "other"))])
            #expect(try await archive.file([site.arrive("b.jpg", "same")], by: committer) == ["b.jpg": .healed(4)])
            #expect(try site.originalFiles.read(place) == "other".bytes)
            #expect(try site.originalFiles.files() == ["2024/2024-03-09/a.jpg", "2024/2024-03-09/b.jpg"])
            #expect(try await archive.rows() == ["2024/2024-03-09/b.jpg"])
            #expect(!site.storageFiles.holds("Quarantine"))
        }
    }

    @Test("leaves all copies of what cannot be checked, at once")
    func unreadableOriginal() async throws {
        try await withOriginal { archive, committer in
            let site = archive.site
            try site.originalFiles.remove(place)
            try site.originalFiles.makePipe(place)
            let report = try await committer.file((0..<20).map { try site.arrive("copy\($0).jpg", "same") })
            #expect(report.settled.count == 20 && report.settled.allSatisfy { $0.outcome.stays })
            #expect(await !committer.hasDeferred)
        }
    }
}
