import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("A file's stamp")
struct FileStampTests {
    @Test("stays the same file's through a rename and a change of mode, and not through a change of content or time")
    func same() async throws {
        try await withTemporaryFolder { files in
            let folder = try Folder.open(files.path)
            try files.write([1, 2, 3], to: "a")
            try files.setModified("a", to: 1_700_000_000)
            let stamp = try #require(try folder.stamp("a".bytes))
            #expect(stamp.size == 3 && stamp.isRegularFile && !stamp.isFolder && stamp.links == 1)
            #expect(stamp.modified == Timestamp(seconds: 1_700_000_000))

            try files.rename("a", to: "b")
            try files.setPermissions("b", to: 0o400)
            #expect(try folder.stamp("b".bytes)?.isSameFile(as: stamp) == true)

            try files.setModified("b", to: 1_700_000_001)
            let touched = try #require(try folder.stamp("b".bytes))
            #expect(!touched.isSameFile(as: stamp) && touched.isSameInode(as: stamp))

            try files.write([1, 2, 3, 4], to: "b")
            try files.setModified("b", to: 1_700_000_000)
            #expect(try folder.stamp("b".bytes)?.isSameFile(as: stamp) == false)
        }
    }

    @Test("of another file differs even when size and time agree")
    func other() async throws {
        try await withTemporaryFolder { files in
            let folder = try Folder.open(files.path)
            for name in ["a", "b"] {
                try files.write([1], to: name)
                try files.setModified(name, to: 5)
            }
            let (a, b) = (try #require(try folder.stamp("a".bytes)), try #require(try folder.stamp("b".bytes)))
            #expect(!a.isSameFile(as: b) && !a.isSameInode(as: b))
            #expect(try folder.stamp("nothing".bytes) == nil)
        }
    }
}
