import TestSupport
import Testing

@testable import librarian

@Suite("The removal of a source")
struct SourceRemovalTests {
    @Test("removes the file that was read, and leaves no private folder behind")
    func removed() async throws {
        try await withSite { site in
            let file = try site.arrive("DCIM/a.jpg")
            #expect(try SourceRemoval().remove(file) == .removed)
            #expect(TestFolder(site.inboxFiles.path(of: "DCIM")).entries() == [])
        }
    }

    @Test("leaves a file in place that got the name meanwhile, even with the same size and time")
    func replaced() async throws {
        try await withSite { site in
            for (name, content) in [("a.jpg", "old"), ("new", "new")] {
                try site.inboxFiles.write(content.bytes, to: name)
                try site.inboxFiles.setModified(name, to: 1_700_000_000)
            }
            let file = try site.prepare("a.jpg")
            try site.inboxFiles.rename("new", to: "a.jpg")
            #expect(try SourceRemoval().remove(file) == .replaced)
            #expect(try site.inboxFiles.read("a.jpg") == "new".bytes)
            #expect(site.inboxFiles.entries() == ["a.jpg"])
        }
    }

    @Test("leaves a file that grew after it had been read")
    func grown() async throws {
        try await withSite { site in
            let file = try site.arrive("a.jpg", "old")
            try site.inboxFiles.append([0], to: "a.jpg")
            #expect(try SourceRemoval().remove(file) == .replaced)
            #expect(site.inboxFiles.entries() == ["a.jpg"])
        }
    }

    @Test("says that the file has gone")
    func vanished() async throws {
        try await withSite { site in
            let file = try site.arrive("a.jpg")
            try site.inboxFiles.remove("a.jpg")
            #expect(try SourceRemoval().remove(file) == .vanished)
            #expect(site.inboxFiles.entries() == [])
        }
    }

    @Test("touches nothing that a crash left in the private folder, and is not kept from its work by it")
    func leftOver() async throws {
        try await withSite { site in
            try site.inboxFiles.write("left".bytes, to: "\(SourceRemoval.folderName)/a.jpg")
            let file = try site.arrive("a.jpg")
            #expect(try SourceRemoval().remove(file) == .removed)
            #expect(try site.inboxFiles.read("\(SourceRemoval.folderName)/a.jpg") == "left".bytes)
            #expect(try site.inboxFiles.files() == ["\(SourceRemoval.folderName)/a.jpg"])
            let left = try site.prepare("\(SourceRemoval.folderName)/a.jpg")
            #expect(try SourceRemoval().remove(left) == .removed)
            #expect(try site.inboxFiles.files() == [])
        }
    }

    @Test("takes names of every length that a file system does", arguments: [1, 200, 255])
    func longNames(length: Int) async throws {
        try await withSite { site in
            let name = [UInt8](repeating: 0x78, count: length)
            try site.inboxFiles.write("a".bytes, toRawName: name)
            #expect(try SourceRemoval().remove(site.prepare(name: name)) == .removed)
            #expect(site.inboxFiles.entries() == [])
        }
    }
}
