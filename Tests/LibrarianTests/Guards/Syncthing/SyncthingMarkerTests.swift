import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The marker of Syncthing's folders")
struct SyncthingMarkerTests {
    @Test("is found in the inbox and in the folders that hold it, through symbolic links as well")
    func above() async throws {
        try await withTemporaryFolder { files in
            try files.folder("phones/inbox")
            try files.makeSymbolicLink("link", to: files.path(of: "phones/inbox"))
            #expect(SyncthingMarker.above(files.path(of: "phones/inbox")) == nil)
            try files.folder("phones/.stfolder")
            let marker = try #require(SyncthingMarker.above(files.path(of: "phones/inbox")))
            #expect(marker.path == files.path(of: "phones/.stfolder"))
            #expect(SyncthingMarker.above(files.path(of: "link")) == marker)
            // Earlier versions of Syncthing made a file of it.
            try files.write([], to: "phones/inbox/.stfolder")
            #expect(SyncthingMarker.above(files.path(of: "link"))?.path == files.path(of: "phones/inbox/.stfolder"))
        }
    }

    @Test("is found in any folder that leads to a file, and the latest of them counts")
    func below() async throws {
        try await withTemporaryFolder { files in
            let inbox = try Folder.open(files.path)
            let paths = try ["a.jpg", "pixel/DCIM/b.jpg", "iphone/c.jpg"].map { try #require(RelativePath($0)) }
            try files.folder("pixel/DCIM")
            try files.folder("iphone")
            #expect(SyncthingMarker.newest(above: paths, in: inbox) == nil)
            try files.folder("pixel/.stfolder")
            let marker = try #require(SyncthingMarker.newest(above: paths, in: inbox))
            #expect(marker.path.hasSuffix("pixel/.stfolder"))
            try await Task.sleep(for: .milliseconds(20))
            try files.folder("iphone/.stfolder")
            #expect(SyncthingMarker.newest(above: paths, in: inbox)?.path.hasSuffix("iphone/.stfolder") == true)
            #expect(SyncthingMarker.newest(above: Array(paths.prefix(1)), in: inbox) == nil)
        }
    }
}
