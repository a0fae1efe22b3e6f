import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import librarian

@Suite("A folder")
struct FolderTests {
    @Test("never leads through a symbolic link")
    func symbolicLinks() async throws {
        try await withTemporaryFolder { files in
            try files.write([1], to: "real/a.jpg")
            try files.makeSymbolicLink("link", to: files.path(of: "real"))
            try files.makeSymbolicLink("link.jpg", to: files.path(of: "real/a.jpg"))
            let folder = try Folder.open(files.path)
            #expect(throws: FileError.self) { try folder.folder("link".bytes) }
            #expect(throws: FileError.self) { try folder.folder(["link".bytes]) }
            #expect(throws: FileError.self) { try folder.openFile("link.jpg".bytes) }
            #expect(throws: FileError.self) { try folder.openForAppending("link.jpg".bytes) }
            #expect(throws: FileError.self) { try folder.createFile("link.jpg".bytes) }
            let stamp = try #require(try folder.stamp("link".bytes))
            #expect(!stamp.isFolder && !stamp.isRegularFile)
        }
    }

    @Test("does not wait for a pipe that nobody writes to", .timeLimit(.minutes(5)))
    func pipe() async throws {
        try await withTemporaryFolder { files in
            try files.makePipe("pipe.jpg")
            let file = try Folder.open(files.path).openFile("pipe.jpg".bytes)
            #expect(try !file.stamp("pipe.jpg").isRegularFile)
        }
    }

    @Test("makes a file only where none was, and a folder only where one is missing")
    func makes() async throws {
        try await withTemporaryFolder { files in
            let folder = try Folder.open(files.path)
            _ = try folder.createFile("new".bytes)
            let error = #expect(throws: FileError.self) { try folder.createFile("new".bytes) }
            #expect(error?.isTaken == true)
            _ = try folder.makeFolder("sub").createFile("inner".bytes)
            #expect(try folder.makeFolder("sub").stamp("inner".bytes) != nil)
            #expect(throws: FileError.self) { try folder.makeFolder("new") }
            folder.removeEmptyFolder("sub")
            #expect(files.holds("sub/inner"))
        }
    }

    @Test("moves to a free name and never over a file")
    func moves() async throws {
        try await withTemporaryFolder { files in
            try files.write([1], to: "a")
            try files.write([2], to: "sub/b")
            let folder = try Folder.open(files.path)
            let sub = try folder.folder("sub".bytes)
            let error = #expect(throws: FileError.self) { try folder.move("a".bytes, to: sub, as: "b".bytes) }
            #expect(error?.isTaken == true)
            #expect(try files.read("a") == [1] && files.read("sub/b") == [2])
            try folder.move("a".bytes, to: sub, as: "c".bytes)
            #expect(try files.read("sub/c") == [1])
            #expect(!files.holds("a"))
            let missing = #expect(throws: FileError.self) { try folder.move("a".bytes, to: sub, as: "d".bytes) }
            #expect(missing?.isMissing == true)
            #expect(missing.map { "\($0)" }?.hasPrefix("cannot move \(files.path)/a to \(files.path)/sub/d:") == true)
        }
    }

    @Test("reaches what no path of 4,096 bytes could")
    func deep() async throws {
        try await withTemporaryFolder { files in
            let part = String(repeating: "d", count: 200)
            var folder = try Folder.open(files.path)
            for _ in 0..<30 { folder = try folder.makeFolder(part) }
            _ = try folder.createFile("a".bytes)
            let again = try Folder.open(files.path).folder(Array(repeating: part.bytes, count: 30))
            #expect(try again.stamp("a".bytes) != nil)
            #expect(again.path.utf8.count > 4096)
        }
    }

    @Test("knows whether it may be written to, whatever a run that was killed left behind")
    func writable() async throws {
        try await withTemporaryFolder { files in
            let folder = try Folder.open(files.path)
            try folder.checkWritable()
            #expect(files.entries() == [])
            try files.write([], to: ".write-test-\(getpid())")
            try folder.checkWritable()
            #expect(files.entries() == [])
            try files.setPermissions("", to: 0o555)
            #expect(throws: FileError.self) { try Nobody.does { try folder.checkWritable() } }
        }
    }

    @Test("that is missing is made, but not the folders above it")
    func openOrMake() async throws {
        try await withTemporaryFolder { files in
            _ = try Folder.openOrMake(files.path(of: "Storage"))
            #expect(files.facts("Storage")?.kind == .folder)
            #expect(throws: FileError.self) { try Folder.openOrMake(files.path(of: "no/Storage")) }
            try files.write([], to: "file")
            #expect(throws: FileError.self) { try Folder.openOrMake(files.path(of: "file")) }
        }
    }

    @Test("tells the paths of what is in it")
    func pathText() async throws {
        try await withTemporaryFolder { files in
            let folder = try Folder.open(files.path)
            #expect(folder.pathText("a".bytes) == files.path(of: "a"))
            #expect(try Folder.open("/").pathText("a".bytes) == "/a")
        }
    }
}
