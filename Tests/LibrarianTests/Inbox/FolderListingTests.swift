import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("A folder's listing")
struct FolderListingTests {
    private func names(_ listing: FolderListing) throws -> [[UInt8]] {
        var names: [[UInt8]] = []
        while let name = try listing.next() { names.append(name) }
        return names
    }

    @Test("names everything once, whatever bytes the names have, and neither itself nor its parent")
    func all() async throws {
        try await withTemporaryFolder { files in
            let raw: [[UInt8]] = [[0xFF, 0xFE], "a\nb".bytes, "...".bytes, Array(repeating: 0x78, count: 255)]
            for name in raw { try files.write([], toRawName: name) }
            try files.folder("folder")
            let found = try names(FolderListing(Folder.open(files.path)))
            #expect(found.count == 5)
            #expect(Set(found) == Set(raw + ["folder".bytes]))
        }
    }

    @Test("begins at the beginning again, and does not disturb another one of the same folder")
    func independent() async throws {
        try await withTemporaryFolder { files in
            for number in 0..<10 { try files.write([], to: "\(number)") }
            let folder = try Folder.open(files.path)
            let first = try FolderListing(folder)
            _ = try first.next()
            let second = try FolderListing(folder)
            #expect(try names(first).count == 9)
            #expect(try names(second).count == 10)
            #expect(try names(FolderListing(folder)).count == 10)
        }
    }

    @Test("of a large folder is complete")
    func large() async throws {
        try await withTemporaryFolder { files in
            for number in 0..<3000 { try files.write([], to: "a file with a name of some length, number \(number)") }
            #expect(try Set(names(FolderListing(Folder.open(files.path)))).count == 3000)
        }
    }

    @Test("ends when the folder is removed meanwhile")
    func removed() async throws {
        try await withTemporaryFolder { files in
            try files.write([], to: "sub/a")
            let listing = try FolderListing(Folder.open(files.path).folder("sub".bytes))
            try await withTemporaryFolder { other in
                try files.rename("sub", to: "gone")
                try TestFolder("/").rename(
                    String(files.path(of: "gone").dropFirst()), to: "\(other.path.dropFirst())/x")
            }
            #expect(try names(listing) == [])
        }
    }
}
