import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The check of a journal")
struct JournalCheckTests {
    private let name = "Journal/librarian/0000000"

    /// Three segments of one line each.
    private func withJournal(_ body: (Site, JournalBook) throws -> Void) async throws {
        try await withSite { site in
            let journal = try site.journal(segmentLimit: 1)
            for line in 1...3 {
                try journal.append([.outcome(segment: 9, line: line, .filed, note: nil)], at: Timestamp(seconds: line))
            }
            try body(site, #require(JournalBook.all(in: site.storage).first))
        }
    }

    private func damages(_ book: JournalBook) throws -> [String] {
        let segments = try book.segments()
        let found = try segments.flatMap {
            try JournalCheck.check(book, segment: $0, isLast: $0 == segments.last).damages
        }
        return found + JournalCheck.gaps(book, segments)
    }

    @Test("finds nothing in one that is whole, and changes nothing")
    func whole() async throws {
        try await withJournal { site, book in
            let files = try site.storageFiles.files()
            #expect(book.librarian == "librarian")
            #expect(try book.segments() == [1, 2, 3])
            #expect(try damages(book) == [])
            #expect(try site.storageFiles.files() == files)
        }
    }

    @Test("takes a torn end for damage in every segment but the last")
    func torn() async throws {
        try await withJournal { site, book in
            try site.storageFiles.append("{\"at".bytes, to: "\(name)3.jsonl")
            #expect(try damages(book) == [])
            try site.storageFiles.append("{\"at".bytes, to: "\(name)2.jsonl")
            let found = try damages(book)
            #expect(found.count == 1 && found[0].contains("2.jsonl is damaged behind line 1: 4 bytes"))
        }
    }

    @Test("finds a segment that is missing, and one that was copied over another, once")
    func segments() async throws {
        try await withJournal { site, book in
            try site.storageFiles.write(site.storageFiles.read("\(name)1.jsonl"), to: "\(name)3.jsonl")
            let found = try damages(book)
            #expect(found.map { $0.contains("3.jsonl is damaged in line 1") } == [true])
            try site.storageFiles.remove("\(name)2.jsonl")
            #expect(try damages(book).contains { $0.contains("2.jsonl is missing") })
        }
    }

    @Test("has nothing to check where there is no journal")
    func none() async throws {
        try await withSite { site in
            let books = try JournalBook.all(in: site.storage)
            #expect(books.isEmpty)
            #expect(site.storageFiles.entries() == [])
        }
    }
}
