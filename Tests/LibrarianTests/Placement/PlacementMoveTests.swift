import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The move to a place")
struct PlacementMoveTests {
    private func move(_ file: PreparedFile, _ site: Site, as name: String = "a.jpg") throws -> PlacementMove.Result {
        try PlacementMove().move(file.source, to: site.storage.makeFolder("target"), as: name)
    }

    @Test("renames the file and seals it")
    func placed() async throws {
        try await withSite { site in
            let file = try site.arrive("DCIM/a.jpg")
            try site.inboxFiles.setModified("DCIM/a.jpg", to: 1_600_000_000)
            let again = try site.prepare("DCIM/a.jpg")
            #expect(try move(again, site) == .placed(remark: nil))
            let facts = try #require(site.storageFiles.facts("target/a.jpg"))
            #expect(facts.inode == UInt(file.stamp.inode), "it was not a rename")
            #expect(facts.permissions == 0o444 && facts.modified == 1_600_000_000)
            #expect(try site.inboxFiles.files() == [])
        }
    }

    @Test("leaves the file where it is when its place was taken, and the other one untouched")
    func taken() async throws {
        try await withSite { site in
            let file = try site.arrive("a.jpg", "new")
            try site.storageFiles.write([7], to: "target/a.jpg")
            #expect(try move(file, site) == .taken)
            #expect(try site.storageFiles.read("target/a.jpg") == [7])
            #expect(try site.inboxFiles.read("a.jpg") == "new".bytes)
        }
    }

    @Test("says that the file has gone")
    func vanished() async throws {
        try await withSite { site in
            let file = try site.arrive("a.jpg")
            try site.inboxFiles.remove("a.jpg")
            #expect(try move(file, site) == .vanished)
        }
    }

    @Test("does not call a file gone because the folder of its place is")
    func lostTarget() async throws {
        try await withSite { site in
            let file = try site.arrive("a.jpg")
            let target = try site.storage.makeFolder("target")
            site.storage.removeEmptyFolder("target")
            #expect(throws: FileError.self) { try PlacementMove().move(file.source, to: target, as: "a.jpg") }
            #expect(site.inboxFiles.holds("a.jpg"))
        }
    }

    @Test("gives a file back that took the name of the one that was read")
    func replaced() async throws {
        try await withSite { site in
            let file = try site.arrive("a.jpg", "old")
            try site.inboxFiles.write("new".bytes, to: "new")
            try site.inboxFiles.rename("new", to: "a.jpg")
            #expect(try move(file, site) == .replaced)
            #expect(try site.inboxFiles.read("a.jpg") == "new".bytes)
            #expect(site.inboxFiles.facts("a.jpg")?.permissions == 0o644)
            #expect(try site.storageFiles.files() == [])
        }
    }

    @Test("gives a file back that was written to after it had been read")
    func changed() async throws {
        try await withSite { site in
            let file = try site.arrive("a.jpg", "old")
            try site.inboxFiles.append([0], to: "a.jpg")
            #expect(try move(file, site) == .replaced)
            #expect(try site.inboxFiles.read("a.jpg") == "old".bytes + [0])
        }
    }
}
