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
            #expect(try SyncthingMarker.above(files.path(of: "phones/inbox")) == nil)
            try files.folder("phones/.stfolder")
            let marker = try #require(try SyncthingMarker.above(files.path(of: "phones/inbox")))
            #expect(marker.path == files.path(of: "phones/.stfolder"))
            #expect(try SyncthingMarker.above(files.path(of: "link")) == marker)
            // Earlier versions of Syncthing made a file of it.
            try files.write([], to: "phones/inbox/.stfolder")
            #expect(try SyncthingMarker.above(files.path(of: "link"))?.path == files.path(of: "phones/inbox/.stfolder"))
        }
    }

    @Test("is found in each folder that leads to a file")
    func below() async throws {
        try await withTemporaryFolder { files in
            let inbox = try Folder.open(files.path)
            let paths = try ["a.jpg", "pixel/DCIM/b.jpg", "gone/c.jpg"].map { try #require(RelativePath($0)) }
            try files.folder("pixel/DCIM")
            try files.folder("iphone/.stfolder")
            #expect(try SyncthingMarker.below(inbox, to: paths) == [])
            try files.folder("pixel/.stfolder")
            try files.folder("pixel/DCIM/.stfolder")
            let markers = try SyncthingMarker.below(inbox, to: paths).sorted { $0.path < $1.path }
            #expect(markers.map(\.folder) == ["pixel", "pixel/DCIM"].sorted { "\($0)/." < "\($1)/." })
            #expect(try SyncthingMarker.below(inbox, to: Array(paths.prefix(1))) == [])
        }
    }

    @Test("cannot be said to be missing where a disk does not tell")
    func unknown() async throws {
        try await withTemporaryFolder { files in
            // A file in the place of a folder is an answer; a path that is too long is none.
            try files.write([], to: "file")
            #expect(try SyncthingMarker.above(files.path(of: "file/inbox")) == nil)
            let long = files.path(of: String(repeating: "x", count: 300))
            #expect(throws: FileError.self) { try SyncthingMarker.above(long) }
        }
    }
}
