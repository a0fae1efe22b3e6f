import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The first filings of shared contents")
struct FirstFilingsTests {
    private let place = "2024/2024-03-09/a.jpg"
    private let other = "2024/2024-03-09/b.jpg"

    /// Writes a journal of deeds that were all done, at these seconds.
    private func write(_ deeds: [(Int, JournalEvent)], _ librarian: String, _ site: Site) throws {
        let journal = try site.journal(librarian)
        for (second, event) in deeds {
            let time = Timestamp(seconds: second)
            let position = try #require(journal.append([event], at: time).first)
            let success = try #require(event.success)
            try journal.append(
                [.outcome(segment: position.segment, line: position.line, success, note: nil)], at: time)
        }
    }

    private func filing(_ to: String, _ purpose: FilingPurpose = .file) throws -> JournalEvent {
        .intent(try .sample(from: "/inbox/\(purpose)", to: to, content: "1", purpose: purpose))
    }

    private func find(_ site: Site) throws -> [String: [Int]] {
        try FirstFilings.find(in: JournalBook.all(in: site.storage)).mapValues { deeds in
            deeds.map { Int($0.time.microseconds / 1_000_000) }
        }
    }

    @Test("are those that came before another librarian healed")
    func healed() async throws {
        try await withSite { site in
            try write([(9, filing(place, .heal))], "a", site)
            try write([(5, filing(place)), (6, .intent(.sample(to: other, content: "2")))], "b", site)
            #expect(try find(site) == ["b": [5]])
        }
    }

    @Test("are not those whose copy was taken back, though they came first")
    func takenBack() async throws {
        try await withSite { site in
            let removal = RemovalIntent(
                from: "/s/Originals/\(place)", fromBytes: nil, fingerprint: try .of("1"), size: 1, stored: other,
                reason: "")
            try write([(4, filing(place)), (8, .removal(removal))], "a", site)
            try write([(5, filing(other)), (7, filing(other))], "b", site)
            #expect(try find(site) == ["b": [5]])
        }
    }

    @Test("are not looked for where nothing is shared")
    func alone() async throws {
        try await withSite { site in
            try write([(5, filing(place)), (9, filing(place, .heal))], "a", site)
            #expect(try find(site) == [:])
            try write([(6, filing(other))], "b", site)
            #expect(try find(site) == ["a": [5]])
        }
    }
}
