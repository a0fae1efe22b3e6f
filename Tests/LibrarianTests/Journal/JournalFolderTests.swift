import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import librarian

@Suite("The journal's folder")
struct JournalFolderTests {
    @Test("refuses a second librarian of the same id and says who the first one is, until that one has gone")
    func lock() async throws {
        try await withSite { site in
            let first = try JournalFolder(storage: site.storage, librarian: "librarian")
            let error = #expect(throws: StartupError.self) {
                try JournalFolder(storage: site.storage, librarian: "librarian")
            }
            let path = site.storageFiles.path(of: "Journal/librarian")
            #expect(
                error?.description
                    == "another librarian with the id 'librarian' works on \(path) already (process \(getpid()))")
            _ = try JournalFolder(storage: site.storage, librarian: "another")
            withExtendedLifetime(first) {}
        }
    }

    @Test("is free again after its librarian has gone")
    func unlocked() async throws {
        try await withSite { site in
            _ = try JournalFolder(storage: site.storage, librarian: "librarian")
            try await eventually("the lock is free") {
                (try? JournalFolder(storage: site.storage, librarian: "librarian")) != nil
            }
        }
    }

    @Test("lists its segments in their order and nothing else")
    func segments() async throws {
        try await withSite { site in
            let folder = try JournalFolder(storage: site.storage, librarian: "librarian")
            #expect(try folder.segments() == [])
            let names = [
                "00000010.jsonl", "00000002.jsonl", "123456789.jsonl", "x.jsonl", "0.jsonl", "00000003.jsonl.torn-5",
            ]
            for name in names { try site.storageFiles.write([], to: "Journal/librarian/\(name)") }
            #expect(try folder.segments() == [2, 10, 123_456_789])
            #expect(JournalFolder.name(2) == "00000002.jsonl" && JournalFolder.name(123_456_789) == "123456789.jsonl")
        }
    }
}
