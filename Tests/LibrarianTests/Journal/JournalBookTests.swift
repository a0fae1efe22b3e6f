import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("A journal that is only read")
struct JournalBookTests {
    private static let segment = "Journal/librarian/00000001.jsonl"

    private func outcome(_ number: Int, note: String? = nil) -> JournalEvent {
        .outcome(segment: 9, line: number, .filed, note: note)
    }

    /// - Parameter body: is given the positions of three lines.
    private func withJournal(
        _ body: (Site, Journal, JournalBook, [JournalPosition]) throws -> Void
    ) async throws {
        try await withSite { site in
            let journal = try site.journal()
            let positions = try journal.append((1...3).map { outcome($0) }, at: Timestamp(seconds: 1))
            try body(site, journal, #require(JournalBook.all(in: site.storage).first), positions)
        }
    }

    @Test("ends at its last line and at no other")
    func lastLine() async throws {
        try await withJournal { _, journal, book, positions in
            #expect(try positions.map { try book.ends(at: $0) } == [false, false, true])
            let next = try journal.append([outcome(4)], at: Timestamp(seconds: 2))
            #expect(try !book.ends(at: positions[2]) && book.ends(at: next[0]))
        }
    }

    @Test("ends at the one line that it has")
    func onlyLine() async throws {
        try await withSite { site in
            let positions = try site.journal().append([outcome(1)], at: Timestamp(seconds: 1))
            #expect(try #require(JournalBook.all(in: site.storage).first).ends(at: positions[0]))
        }
    }

    @Test("does not end before a line that is still being written")
    func tornLine() async throws {
        try await withJournal { site, _, book, positions in
            try site.storageFiles.append("{\"at".bytes, to: Self.segment)
            #expect(try !book.ends(at: positions[2]))
        }
    }

    @Test("does not end before another segment")
    func furtherSegment() async throws {
        try await withJournal { site, _, book, positions in
            try site.storageFiles.write([], to: "Journal/librarian/00000002.jsonl")
            #expect(try !book.ends(at: positions[2]))
        }
    }

    @Test("is not said to end at a line that is longer than what is looked at")
    func longLine() async throws {
        try await withJournal { _, journal, book, _ in
            let long = outcome(4, note: String(repeating: "long ", count: 20_000))
            let position = try journal.append([long], at: Timestamp(seconds: 2))[0]
            #expect(try !book.ends(at: position))
        }
    }
}
