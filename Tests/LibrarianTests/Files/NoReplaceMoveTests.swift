import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import librarian

@Suite("A move that never replaces")
struct NoReplaceMoveTests {
    @Test("answers EEXIST for a name in use, be it a file's, a folder's or that of a link to nowhere")
    func taken() async throws {
        try await withTemporaryFolder { files in
            try files.write([1], to: "a")
            try files.write([2], to: "b")
            try files.folder("folder")
            try files.makeSymbolicLink("nowhere", to: "/does/not/exist")
            let folder = try Folder.open(files.path)
            for name in ["b", "folder", "nowhere"] {
                let answer = NoReplaceMove.rename(folder.file.descriptor, "a", folder.file.descriptor, name)
                #expect(answer == -1 && errno == EEXIST, "\(name)")
            }
            #expect(try files.read("a") == [1] && files.read("b") == [2])
        }
    }

    @Test(
        "answers EXDEV between file systems and touches nothing",
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"))
    func crossing() async throws {
        try await withTemporaryFolder { here in
            try await withTemporaryFolder(in: OtherFileSystem.path) { there in
                try here.write([1], to: "a")
                let (from, to) = (try Folder.open(here.path), try Folder.open(there.path))
                let error = #expect(throws: FileError.self) { try from.move("a".bytes, to: to, as: "a".bytes) }
                #expect(error?.crossesMounts == true)
                #expect(here.holds("a") && !there.holds("a"))
            }
        }
    }
}
