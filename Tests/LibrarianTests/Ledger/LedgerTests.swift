import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The ledger, in a real database")
struct LedgerTests {
    private let position = JournalPosition(segment: 1, line: 5, hash: Fingerprint(number: 5))
    private let later = JournalPosition(segment: 1, line: 9, hash: Fingerprint(number: 9))

    private func ledger(_ scratch: ScratchDatabase, _ librarian: String = "librarian") -> Ledger {
        Ledger(scratch.settings, applicationName: "test", librarian: librarian)
    }

    /// What follows from filing contents below `/s`, each under the name that goes with it.
    private func rows(_ filings: [(content: String, name: String)], for purpose: FilingPurpose = .file) throws
        -> OwedRows
    {
        var rows = OwedRows()
        for filing in filings {
            let intent = try FilingIntent.sample(
                from: "/inbox/\(filing.name)", to: "2024/2024-03-09/\(filing.name)", content: filing.content,
                purpose: purpose)
            rows.add(Deed(event: .intent(intent), time: Timestamp(seconds: 9), position: position), storage: "/s")
        }
        return rows
    }

    private func place(_ name: String) -> String { "/s/Originals/2024/2024-03-09/\(name)" }

    private func intake(_ scratch: ScratchDatabase) async throws -> [String] {
        try await scratch.connect().query("SELECT outcome || ' ' || reason FROM factory.intake ORDER BY id") {
            try $0.string(0)
        }
    }

    @Test("writes rows and position together, and finds them again")
    func appends() async throws {
        try await withScratchDatabase { scratch in
            let ledger = ledger(scratch)
            #expect(try await ledger.append(rows([("a", "a")]), from: nil, to: position))
            let fingerprint = try Fingerprint.of("a")
            let stored = StoredOriginal(fingerprint: fingerprint, finalPath: place("a"))
            #expect(try await ledger.known([fingerprint, .of("unknown")]) == [fingerprint: stored])
            #expect(try await ledger.known([]) == [:])
            #expect(try await ledger.position() == position)
            #expect(try await self.ledger(scratch, "another").position() == nil)
        }
    }

    @Test("writes nothing of a batch of which it has a content already, and leaves the position")
    func appendsKnown() async throws {
        try await withScratchDatabase { scratch in
            let ledger = ledger(scratch)
            let first = try await ledger.append(rows([("a", "a")]), from: nil, to: position)
            #expect(first)
            #expect(try await !ledger.append(rows([("b", "b"), ("a", "c")]), from: position, to: later))
            #expect(try await ledger.known([.of("b")]).isEmpty)
            #expect(try await ledger.position() == position)
        }
    }

    @Test("is told row by row where a content's name was left over from a row that has gone")
    func nameLeftOver() async throws {
        try await withScratchDatabase { scratch in
            let ledger = ledger(scratch)
            let connection = try await scratch.connect()
            try await connection.execute(
                """
                INSERT INTO factory.asset_names (stem_digest, file_hash)
                VALUES (md5('/inbox/a')::uuid, \(Fingerprint.of("a").hex))
                """)
            #expect(try await !ledger.append(rows([("a", "a"), ("b", "b")]), from: nil, to: position))
            #expect(try await ledger.replay(rows([("a", "a"), ("b", "b")])).conflicts.isEmpty)
            #expect(try await ledger.companions(stems: ["/inbox/a", "/inbox/b"], contentIdentifiers: []).count == 2)
        }
    }

    @Test("keeps each content of a name and each name of a content, once")
    func namesAndContents() async throws {
        try await withScratchDatabase { scratch in
            let ledger = ledger(scratch)
            #expect(try await ledger.append(rows([("a", "a"), ("b", "b")]), from: nil, to: position))
            let names = try [("a", "/inbox/b"), ("b", "/inbox/a"), ("a", "/inbox/c")].map { content, stem in
                AssetName(fingerprint: try .of(content), stem: stem, contentIdentifier: nil)
            }
            let connection = try await scratch.connect()
            #expect(try await connection.execute(try AssetNamesTable.insert(names, keepsKnown: true)) == 3)
            #expect(try await connection.execute(try AssetNamesTable.insert(names, keepsKnown: true)) == 0)
            let found = try await ledger.companions(
                stems: ["/inbox/a", "/inbox/b", "/inbox/c", "/inbox/d"], contentIdentifiers: [])
            #expect(found.mapValues(\.count) == ["/inbox/a": 2, "/inbox/b": 2, "/inbox/c": 1])
            await #expect(throws: DatabaseError.self) {
                try await connection.execute(try AssetNamesTable.insert([names[0]], keepsKnown: false))
            }
        }
    }

    @Test("says that the position is not where it was left")
    func anotherPosition() async throws {
        try await withScratchDatabase { scratch in
            let ledger = ledger(scratch)
            try await ledger.set(later)
            #expect(try await !ledger.append(rows([("a", "a")]), from: position, to: later))
            #expect(try await ledger.position() == later)
        }
    }

    @Test("lets the row of restored content name its new place")
    func restores() async throws {
        try await withScratchDatabase { scratch in
            let ledger = ledger(scratch)
            #expect(try await ledger.append(rows([("a", "a"), ("other", "other")]), from: nil, to: position))
            #expect(try await ledger.append(rows([("a", "b")], for: .heal), from: position, to: later))
            let known = try await ledger.known([.of("a"), .of("other")]).mapValues(\.finalPath)
            #expect(known == [try .of("a"): place("b"), try .of("other"): place("other")])
            #expect(try await intake(scratch).count == 1)
        }
    }

    @Test("replays rows as often as it is asked, and writes each once")
    func replays() async throws {
        try await withScratchDatabase { scratch in
            let ledger = ledger(scratch)
            var rows = try self.rows([("a", "a")])
            let removal = RemovalIntent(
                from: "/inbox/x", fromBytes: nil, fingerprint: try .of("a"), size: 1, stored: "2024/2024-03-09/a",
                reason: "again")
            rows.add(Deed(event: .removal(removal), time: Timestamp(seconds: 9), position: position), storage: "/s")
            for _ in 0..<3 {
                let answer = try await ledger.replay(rows)
                #expect(answer.conflicts.isEmpty && answer.refused.isEmpty)
            }
            #expect(try await ledger.known([.of("a")]).count == 1)
            #expect(try await intake(scratch) == ["duplicate again"])
        }
    }

    @Test("says which content has a row for another file, even if the paths look alike")
    func conflicts() async throws {
        try await withScratchDatabase { scratch in
            let (first, second) = (ledger(scratch, "first"), ledger(scratch, "second"))
            _ = try await first.replay(rows([("a", "\u{E9}")]))
            let answer = try await second.replay(rows([("a", "e\u{301}"), ("b", "b")]))
            #expect(answer.conflicts.map(\.entry.asset.fingerprint) == [try .of("a")])
            #expect(answer.conflicts.first?.stored.finalPath.bytes == place("\u{E9}").bytes)
            #expect(try await second.known([.of("b")]).count == 1)
            try await second.relocate(answer.conflicts.map(\.entry))
            #expect(try await second.known([.of("a")]).values.first?.finalPath.bytes == place("e\u{301}").bytes)
        }
    }

    @Test("writes the other rows when the database refuses one, and takes one note of it")
    func refused() async throws {
        try await withScratchDatabase { scratch in
            try await scratch.connect().execute(
                "ALTER TABLE media_assets ADD CONSTRAINT picky CHECK (original_path <> '/inbox/bad.jpg')")
            let ledger = ledger(scratch)
            let rows = try self.rows([("a", "a"), ("bad", "bad.jpg"), ("b", "b")])
            #expect(try await !ledger.append(rows, from: nil, to: position))
            for _ in 0..<2 {
                let answer = try await ledger.replay(rows)
                #expect(answer.refused.map(\.entry.asset) == [rows.entries[1].asset] && answer.conflicts.isEmpty)
            }
            let known = try await ledger.known(rows.entries.map(\.asset.fingerprint))
            #expect(Set(known.keys) == [try .of("a"), try .of("b")])
            let notes = try await intake(scratch)
            #expect(notes.count == 1 && notes[0].hasPrefix("refused the database refused its row: "))
            #expect(notes[0].contains("picky"))
        }
    }

    @Test("is asked by a connection on which the server takes indexes, and compiles nothing")
    func looksUpRows() async throws {
        try await withScratchDatabase { scratch in
            try await ledger(scratch).reach { connection in
                for setting in ["enable_seqscan", "jit"] {
                    let value = try await connection.query("SHOW \(unsafe: setting)") { try $0.string(0) }
                    #expect(value == ["off"], "\(setting)")
                }
            }
        }
    }

    @Test("passes on that the database is away, and is there again afterwards")
    func away() async throws {
        try await withScratchDatabase { scratch in
            let ledger = ledger(scratch)
            _ = try await ledger.position()
            try await scratch.breakConnections()
            let error = await #expect(throws: DatabaseError.self) {
                try await ledger.append(rows([("a", "a")]), from: nil, to: position)
            }
            #expect(error?.consequence == .retry)
            #expect(try await ledger.append(rows([("a", "a")]), from: nil, to: position))
        }
    }
}
