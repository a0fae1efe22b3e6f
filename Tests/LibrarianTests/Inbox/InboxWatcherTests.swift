import FactoryCore
import Logging
import TestSupport
import Testing

@testable import librarian

@Suite("The watcher, listening to the real kernel")
struct InboxWatcherTests {
    /// Lends a watched inbox, and a way to ask what has been heard of since the last time.
    private func withWatched(
        _ body: (TestFolder, _ heard: () async -> (files: Set<String>, needsScan: Bool)) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { files in
            try files.folder("DCIM")
            try files.folder(".stversions")
            let hints = InboxHints(bell: Bell())
            let watcher = try InboxWatcher(Folder.open(files.path), hints: hints, logger: Logger(label: "test"))
            await watcher.watchAll()
            try await body(files) {
                await watcher.drain()
                let (paths, needsScan) = hints.take()
                return (Set(paths.map(\.text)), needsScan)
            }
        }
    }

    @Test("hears of files that are written, moved in or touched, and of nothing else")
    func files() async throws {
        try await withWatched { files, heard in
            #expect(await heard() == ([], false))
            try files.write([1], to: "a.jpg")
            try files.write([1], to: "DCIM/b.jpg")
            #expect(await heard() == (["a.jpg", "DCIM/b.jpg"], false))
            try files.rename("a.jpg", to: "DCIM/c.jpg")
            #expect(await heard() == (["DCIM/c.jpg"], false))
            try files.setModified("DCIM/c.jpg", to: 5)
            #expect(await heard() == (["DCIM/c.jpg"], false))
            _ = try files.read("DCIM/c.jpg")
            try files.remove("DCIM/c.jpg")
            #expect(await heard() == ([], false))
        }
    }

    @Test("asks for a scan when a folder comes, for files may have come before the watch, and watches it from then on")
    func newFolder() async throws {
        try await withWatched { files, heard in
            try files.write([1], to: "new/sub/early.jpg")
            #expect(await heard().needsScan)
            try files.write([1], to: "new/sub/late.jpg")
            #expect(await heard() == (["new/sub/late.jpg"], false))
        }
    }

    @Test("knows a folder by its new name after it was renamed, with all below it")
    func renamedFolder() async throws {
        try await withWatched { files, heard in
            try files.folder("DCIM/100")
            #expect(await heard().needsScan)
            try files.rename("DCIM", to: "Camera")
            #expect(await heard().needsScan)
            try files.write([1], to: "Camera/100/a.jpg")
            #expect(await heard() == (["Camera/100/a.jpg"], false))
        }
    }

    @Test("does not listen to folders that are ignored, nor to its own hand in removing duplicates")
    func ignored() async throws {
        try await withWatched { files, heard in
            try files.write([1], to: ".stversions/a.jpg")
            try files.write([1], to: "DCIM/\(SourceRemoval.folderName)/b.jpg")
            try files.write([1], to: "@eaDir/c.jpg")
            #expect(await heard() == ([], false))
        }
    }

    @Test("forgets a folder that was removed and hears of one that takes its place")
    func replacedFolder() async throws {
        try await withWatched { files, heard in
            try Folder.open(files.path).removeEmptyFolder("DCIM")
            _ = await heard()
            try files.folder("DCIM")
            #expect(await heard().needsScan)
            try files.write([1], to: "DCIM/a.jpg")
            #expect(await heard() == (["DCIM/a.jpg"], false))
        }
    }
}
