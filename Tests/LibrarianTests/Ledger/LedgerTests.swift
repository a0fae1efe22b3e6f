import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The ledger, in a real database")
struct LedgerTests {
    private func ledger(_ scratch: ScratchDatabase, _ librarian: String = "librarian") -> Ledger {
        Ledger(Database(scratch.settings, applicationName: "test"), librarian: librarian)
    }

    private func entry(
        _ content: String, at path: String = "/Originals/a", for purpose: FilingPurpose = .file
    ) throws -> LedgerEntry {
        let intent = try FilingIntent.sample(to: "2024/2024-03-09/a", content: content, purpose: purpose)
        return LedgerEntry(intent, finalPath: path, time: Timestamp(seconds: 9))
    }

    private let position = JournalPosition(segment: 1, line: 5, hash: Fingerprint(number: 5))

    private func intake(_ scratch: ScratchDatabase) async throws -> [String] {
        try await scratch.connect().query("SELECT outcome || ' ' || reason FROM factory.intake ORDER BY id") {
            try $0.string(0)
        }
    }

    @Test("writes rows and position together, as often as it is asked, and finds them again")
    func records() async throws {
        try await withScratchDatabase { scratch in
            let ledger = ledger(scratch)
            let entry = try entry("a")
            for _ in 0..<2 {
                let answer = try await ledger.record([entry], intake: [], position: .set(position))
                #expect(answer.elsewhere.isEmpty && answer.refused.isEmpty)
            }
            let other = try Fingerprint.of("unknown")
            #expect(
                try await ledger.known([entry.asset.fingerprint, other])
                    == [
                        entry.asset.fingerprint: StoredOriginal(
                            fingerprint: entry.asset.fingerprint, finalPath: "/Originals/a")
                    ])
            #expect(try await ledger.known([]) == [:])
            #expect(try await ledger.position() == position)
            #expect(try await self.ledger(scratch, "another").position() == nil)
            _ = try await ledger.record([], intake: [], position: .stay)
            #expect(try await ledger.position() == position)
        }
    }

    @Test("says where content stands that another librarian filed first, even if the paths look alike")
    func elsewhere() async throws {
        try await withScratchDatabase { scratch in
            let (first, second) = (ledger(scratch, "first"), ledger(scratch, "second"))
            _ = try await first.record([entry("a", at: "/Originals/\u{E9}")], intake: [], position: .stay)
            let answer = try await second.record(
                [entry("a", at: "/Originals/e\u{301}"), entry("b")], intake: [], position: .set(position))
            #expect(answer.elsewhere.map(\.fingerprint) == [try .of("a")])
            #expect(answer.elsewhere.first?.finalPath.bytes == "/Originals/\u{E9}".bytes)
            #expect(try await second.position() == position)
            #expect(try await second.known([.of("b")]).count == 1)
        }
    }

    @Test(
        "lets a row name the new place of content whose file was missing, and only of that",
        arguments: [(FilingPurpose.file, "/Originals/a"), (.heal, "/Originals/b"), (.adopt, "/Originals/b")])
    func relocates(purpose: FilingPurpose, expected: String) async throws {
        try await withScratchDatabase { scratch in
            let ledger = ledger(scratch)
            let entries = [try entry("a", at: "/Originals/b", for: purpose), try entry("new", at: "/Originals/new")]
            try await ledger.record([entry("a"), entry("other")], intake: [], position: .stay)
            for _ in 0..<2 {
                let answer = try await ledger.record(entries, intake: [], position: .set(position))
                #expect(answer.elsewhere.map(\.finalPath) == (purpose == .file ? [expected] : []))
                #expect(answer.refused.isEmpty)
            }
            let known = try await ledger.known([.of("a"), .of("other"), .of("new")]).mapValues(\.finalPath)
            let all = [
                try Fingerprint.of("a"): expected, try .of("other"): "/Originals/a", try .of("new"): "/Originals/new",
            ]
            #expect(known == all)
        }
    }

    @Test("writes the other rows when the database refuses one, and takes a note of it")
    func refused() async throws {
        try await withScratchDatabase { scratch in
            try await scratch.connect().execute(
                "ALTER TABLE media_assets ADD CONSTRAINT picky CHECK (original_path <> '/inbox/bad.jpg')")
            let bad = try FilingIntent.sample(from: "/inbox/bad.jpg", to: "2024/2024-03-09/bad.jpg", content: "bad")
            let entries = [
                try entry("a"), LedgerEntry(bad, finalPath: "/Originals/bad", time: Timestamp(seconds: 1)),
                try entry("b", at: "/Originals/b"),
            ]
            let ledger = ledger(scratch)
            let answer = try await ledger.record(entries, intake: [], position: .set(position))
            #expect(answer.refused.map(\.asset) == [entries[1].asset] && answer.elsewhere.isEmpty)
            #expect(Set(try await ledger.known(entries.map(\.asset.fingerprint)).keys) == [try .of("a"), try .of("b")])
            #expect(try await ledger.position() == position)
            let notes = try await intake(scratch)
            #expect(notes.count == 1 && notes[0].hasPrefix("refused the database refused its row: "))
            #expect(notes[0].contains("picky"))
        }
    }

    @Test("passes on that the database is away, and is there again afterwards")
    func away() async throws {
        try await withScratchDatabase { scratch in
            let ledger = ledger(scratch)
            _ = try await ledger.position()
            try await scratch.breakConnections()
            let error = await #expect(throws: DatabaseError.self) {
                try await ledger.record([entry("a")], intake: [], position: .set(position))
            }
            #expect(error?.consequence == .retry)
            _ = try await ledger.record([entry("a")], intake: [], position: .set(position))
            #expect(try await ledger.position() == position)
        }
    }
}
