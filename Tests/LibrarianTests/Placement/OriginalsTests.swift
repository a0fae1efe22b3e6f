import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The folder of originals")
struct OriginalsTests {
    private let place = "2024/2024-03-09/a.jpg"

    private func path(_ text: String) throws -> OriginalPath { try #require(OriginalPath(text: text)) }

    @Test("makes a day's folder when a file comes, and looks without making any")
    func folders() async throws {
        try await withSite { site in
            let originals = try Originals(storage: site.storage)
            #expect(try originals.stamp(of: path(place)) == nil)
            #expect(try originals.open(path(place)) == nil)
            #expect(site.originalFiles.entries() == [])
            _ = try originals.folder(of: path(place)).createFile("a.jpg".bytes)
            #expect(try site.originalFiles.files() == [place])
            #expect(try originals.stamp(of: path(place))?.isRegularFile == true)
            #expect(try originals.open(path(place)) != nil)
            #expect(try originals.open(path("2024/2024-03-10/a.jpg")) == nil)
            try originals.sync()
        }
    }

    @Test("finds a day's folder again that was replaced, once it was told to look anew")
    func replaced() async throws {
        try await withSite { site in
            let originals = try Originals(storage: site.storage)
            _ = try originals.folder(of: path(place))
            try site.originalFiles.rename("2024", to: "2024 old")
            originals.forgetFolders()
            _ = try originals.folder(of: path(place)).createFile("a.jpg".bytes)
            #expect(try site.originalFiles.files() == [place])
        }
    }

    @Test("does not leave itself through a symbolic link")
    func links() async throws {
        try await withSite { site in
            let originals = try Originals(storage: site.storage)
            try site.inboxFiles.folder("2024-03-09")
            try site.originalFiles.folder("2024")
            try site.originalFiles.makeSymbolicLink("2024/2024-03-09", to: site.inboxFiles.path(of: "2024-03-09"))
            #expect(throws: FileError.self) { try originals.folder(of: path(place)) }
        }
    }

    @Test(
        "recognises its places in the ledger's paths, wherever the storage was mounted",
        arguments: [
            "/app/Storage/Originals/2024/2024-03-09/a.jpg", "Originals/2024/2024-03-09/a.jpg",
            "/Originals/2019/2019-01-01/Originals/2024/2024-03-09/a.jpg",
        ])
    func ledgerPaths(text: String) async throws {
        try await withSite { site in
            let originals = try Originals(storage: site.storage)
            #expect(try Originals.path(ofLedger: text) == path(place))
            #expect(try originals.fullPath(of: path(place)) == site.originalFiles.path(of: place))
        }
    }

    @Test(
        "takes no other path of the ledger for one of its own",
        arguments: [
            "", "/", "a.jpg", "/Storage/Originals/2024/2024-03-09", "/Storage/Originals/2024/2024-03-09/",
            "/Storage/Originals/2024/2024-03-09/..", "/Storage/Originals/../../etc/passwd", "/etc/passwd",
            "/Storage/originals/2024/2024-03-09/a.jpg", "/Storage/Originals/2023/2024-03-09/a.jpg",
            "/Storage/Originals/2024/2024-03-09/sub/a.jpg", "/Storage/Thumbnails/2024/2024-03-09/a.jpg",
        ])
    func foreignPaths(text: String) {
        #expect(Originals.path(ofLedger: text) == nil)
    }
}
