import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The count of files")
struct FileCountTests {
    @Test("goes through all folders, and ends at its limit")
    func counts() async throws {
        try await withTemporaryFolder { files in
            let folder = try Folder.open(files.path)
            try files.folder("2024/2024-01-02")
            #expect(try FileCount.count(below: folder) == 0)
            for path in ["2024/2024-01-02/a.jpg", "2024/2024-01-02/b.jpg", "2025/c.jpg", "d.jpg"] {
                try files.write([1], to: path)
            }
            try files.makeSymbolicLink("link", to: files.path)
            #expect(try FileCount.count(below: folder) == 5)
            #expect(try FileCount.count(below: folder, limit: 2) == 2)
        }
    }

    @Test("is an error where a folder cannot be listed")
    func unreadable() async throws {
        try await withTemporaryFolder { files in
            try files.folder("closed")
            try files.setPermissions(".", to: 0o755)
            try files.setPermissions("closed", to: 0)
            let folder = try Folder.open(files.path)
            let error = #expect(throws: FileError.self) { try Nobody.does { try FileCount.count(below: folder) } }
            #expect(error?.path == files.path(of: "closed"))
        }
    }
}
