import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The walk through the inbox")
struct InboxWalkTests {
    private func all(_ walk: inout InboxWalk, atOnce limit: Int = 3) throws -> [InboxEntry] {
        var entries: [InboxEntry] = []
        while case let next = try walk.next(limit), !next.isEmpty { entries += next.flatMap { $0 } }
        return entries
    }

    private func all(_ files: TestFolder) throws -> [InboxEntry] {
        var walk = try InboxWalk(Folder.open(files.path), start: SystemClock().now)
        return try all(&walk)
    }

    /// `files`, `ignored` or `unreadable`, by the path.
    private func sorts(_ entries: [InboxEntry]) -> [String: String] {
        Dictionary(
            entries.map { entry in
                switch entry.sort {
                case .file: (entry.path.text, "file")
                case .ignored: (entry.path.text, "ignored")
                case .unreadable: (entry.path.text, "unreadable")
                }
            }
        ) { "\($0) and \($1)" }
    }

    @Test("meets every file once, and says of the others why they are left alone")
    func meets() async throws {
        try await withTemporaryFolder { files in
            for path in ["a.jpg", "DCIM/b.jpg", "DCIM/100/c.jpg", "d/e.jpg", ".hidden", "@eaDir/thumb.jpg"] {
                try files.write([1], to: path)
            }
            try files.folder("empty")
            try files.makePipe("pipe.jpg")
            try files.makeSocket("socket.jpg")
            let expected = [
                "a.jpg": "file", "DCIM/b.jpg": "file", "DCIM/100/c.jpg": "file", "d/e.jpg": "file",
                ".hidden": "ignored", "@eaDir": "ignored", "pipe.jpg": "ignored", "socket.jpg": "ignored",
            ]
            #expect(try sorts(all(files)) == expected)
        }
    }

    @Test("meets what a crash left where copies are removed, and not what is being removed there now")
    func ownFolder() async throws {
        try await withTemporaryFolder { files in
            try files.write([1], to: "a/\(SourceRemoval.folderName)/1_b.jpg")
            let folder = try Folder.open(files.path).folder(["a", SourceRemoval.folderName].map(\.bytes))
            let changed = try folder.openFile("1_b.jpg".bytes).stamp("1_b.jpg").changed
            for (start, expected) in [(changed, 0), (changed.adding(.microseconds(1)), 1)] {
                var walk = try InboxWalk(Folder.open(files.path), start: start)
                #expect(try all(&walk).count == expected)
            }
        }
    }

    @Test("passes by what the librarian and Syncthing keep for themselves, directly in the inbox and only there")
    func ownFiles() async throws {
        try await withTemporaryFolder { files in
            for path in [".photo-factory-vault", ".stignore", "DCIM/.photo-factory-vault", "DCIM/.stignore", "a.jpg"] {
                try files.write([1], to: path)
            }
            let expected = ["a.jpg": "file", "DCIM/.photo-factory-vault": "ignored", "DCIM/.stignore": "ignored"]
            #expect(try sorts(all(files)) == expected)
        }
    }

    @Test("does not follow symbolic links, not even in circles", .timeLimit(.minutes(5)))
    func links() async throws {
        try await withTemporaryFolder { files in
            try files.write([1], to: "real/a.jpg")
            try files.makeSymbolicLink("real/circle", to: files.path)
            try files.makeSymbolicLink("link", to: files.path(of: "real"))
            try files.makeSymbolicLink("photo.jpg", to: files.path(of: "real/a.jpg"))
            let expected = ["real/a.jpg": "file", "real/circle": "ignored", "link": "ignored", "photo.jpg": "ignored"]
            #expect(try sorts(all(files)) == expected)
        }
    }

    @Test("goes a hundred folders deep")
    func deep() async throws {
        try await withTemporaryFolder { files in
            let path = String(repeating: "folder with a name of some length/", count: 100) + "a.jpg"
            var folder = try Folder.open(files.path)
            for part in path.split(separator: "/").dropLast() { folder = try folder.makeFolder(String(part)) }
            _ = try folder.createFile("a.jpg".bytes)
            try files.write([1], to: "last.jpg")
            #expect(try sorts(all(files)) == [path: "file", "last.jpg": "file"])
        }
    }

    @Test("tells of a folder that it may not enter, and goes on")
    func unreadable() async throws {
        try await withTemporaryFolder { files in
            try files.write([1], to: "closed/a.jpg")
            try files.write([1], to: "open/b.jpg")
            try files.setPermissions("closed", to: 0)
            let entries = try withOpenWalk(files) { walk in try Nobody.does { try all(&walk) } }
            #expect(sorts(entries) == ["closed": "unreadable", "open/b.jpg": "file"])
            guard case .unreadable(let reason)? = entries.first(where: { $0.path.text == "closed" })?.sort else {
                return
            }
            #expect(reason == "cannot open the folder \(files.path)/closed: Permission denied")
        }
    }

    /// A folder that may be listed but not entered shows names of which nothing can be told.
    @Test("tells of every file that it may not look at, also in the inbox itself, and goes on")
    func unsearchable() async throws {
        try await withTemporaryFolder { files in
            for path in ["a.jpg", "b.jpg"] { try files.write([1], to: path) }
            let entries = try withOpenWalk(files, mode: 0o744) { walk in try Nobody.does { try all(&walk) } }
            #expect(sorts(entries) == ["a.jpg": "unreadable", "b.jpg": "unreadable"])
        }
    }

    /// Opens the inbox as its owner, then gives others the rights in `mode`.
    private func withOpenWalk<Result>(
        _ files: TestFolder, mode: UInt32 = 0o755, _ body: (inout InboxWalk) throws -> Result
    ) throws -> Result {
        var walk = try InboxWalk(Folder.open(files.path), start: SystemClock().now)
        try files.setPermissions("", to: mode)
        defer { try? files.setPermissions("", to: 0o755) }
        return try body(&walk)
    }

    @Test("goes on when a folder vanishes while it is in it")
    func vanishing() async throws {
        try await withTemporaryFolder { files in
            for number in 0..<5 { try files.write([1], to: "sub/\(number).jpg") }
            var walk = try InboxWalk(Folder.open(files.path), start: SystemClock().now)
            #expect(try walk.next(1).count == 1)
            for number in 0..<5 { try files.remove("sub/\(number).jpg") }
            try Folder.open(files.path).removeEmptyFolder("sub")
            try files.write([1], to: "later/z.jpg")
            let rest = try all(&walk)
            #expect(rest.allSatisfy { $0.path.text == "later/z.jpg" })
        }
    }
}
