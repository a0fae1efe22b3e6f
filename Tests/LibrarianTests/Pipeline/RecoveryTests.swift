import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("Recovery after a run that was cut off")
struct RecoveryTests {
    private let place = "2024/2024-03-09/a.jpg"

    /// Writes intents as a run does that is cut off behind them.
    private func write(_ events: [JournalEvent], _ archive: Archive) throws {
        let journal = try archive.site.journal()
        try journal.append(events)
        try journal.sync()
    }

    private func intent(_ content: String, to place: String? = nil) throws -> JournalEvent {
        .intent(try .sample(to: place ?? self.place, content: content))
    }

    private func outcomes(_ archive: Archive) async throws -> [JournalOutcome] {
        var all: [JournalOutcome] = []
        try await archive.site.journal().forEachSegment(after: nil) { found, _ in
            all += found.compactMap { if case .outcome(_, _, let outcome, _) = $0.event { outcome } else { nil } }
        }
        return all
    }

    @Test("withdraws what was written down and not moved; the file is filed by the next pass")
    func beforeMove() async throws {
        try await withArchive { archive in
            try write([intent("1")], archive)
            do {
                let committer = try archive.committer()
                #expect(try await archive.catchUp(committer) == 0)
                #expect(try await archive.rows() == [])
                try await archive.file([archive.site.arrive("a.jpg", "1")], by: committer)
            }
            #expect(try await archive.rows() == [place])
            #expect(try await outcomes(archive) == [.withdrawn, .filed])
        }
    }

    @Test("writes the row of what was moved and not written down, once")
    func afterMove() async throws {
        try await withArchive { archive in
            try write([intent("1")], archive)
            try archive.site.originalFiles.write("1".bytes, to: place)
            #expect(try await archive.catchUp(archive.committer()) == 1)
            #expect(try await archive.rows() == [place])
            #expect(try await archive.catchUp(archive.committer()) == 0)
            #expect(try await outcomes(archive) == [.filed])
        }
    }

    @Test("does not take another file at the place for the one that was to be moved")
    func anotherFile() async throws {
        try await withArchive { archive in
            try write([intent("1")], archive)
            try archive.site.originalFiles.write("2".bytes, to: place)
            #expect(try await archive.catchUp(archive.committer()) == 0)
            #expect(try await archive.rows() == [])
        }
    }

    @Test("writes rows again that the database lost, all or only the last ones")
    func lostRows() async throws {
        try await withArchive { archive in
            do {
                let committer = try archive.committer()
                for name in ["a", "b", "c"] { try await archive.file([archive.site.arrive(name, name)], by: committer) }
            }
            let all = try await archive.rows()
            #expect(all.count == 3)
            try await archive.change("DELETE FROM public.media_assets")
            #expect(try await archive.catchUp(archive.committer()) == 0)
            try await archive.change("DELETE FROM factory.journal_positions")
            #expect(try await archive.catchUp(archive.committer()) == 3)
            #expect(try await archive.rows() == all)
        }
    }

    @Test("notices in the middle of its work that somebody restored an older backup, and writes what that lacks")
    func restoredMeanwhile() async throws {
        try await withArchive { archive in
            let committer = try archive.committer()
            try await archive.file([archive.site.arrive("a", "1")], by: committer)
            let backup = try await archive.position()
            for name in ["b", "c"] { try await archive.file([archive.site.arrive(name, name)], by: committer) }
            try await archive.change("DELETE FROM public.media_assets WHERE original_name <> 'a'")
            try await archive.change("UPDATE factory.journal_positions SET line = \(backup.line)")
            try await archive.change("UPDATE factory.journal_positions SET line_hash = \(backup.hash.hex)")
            try await archive.file([archive.site.arrive("d", "4")], by: committer)
            #expect(try await archive.rows().count == 4)
        }
    }

    @Test("notices that the database is a new and empty one")
    func emptiedMeanwhile() async throws {
        try await withArchive { archive in
            let committer = try archive.committer()
            try await archive.file([archive.site.arrive("a", "1")], by: committer)
            try await archive.change("TRUNCATE public.media_assets, factory.journal_positions CASCADE")
            try await archive.file([archive.site.arrive("b", "2")], by: committer)
            #expect(try await archive.rows().count == 2)
        }
    }

    @Test("finds the file of an intent whose name begins with a combining character")
    func combining() async throws {
        try await withArchive { archive in
            let place = "2024/2024-03-09/\u{301}a.jpg"
            try write([intent("1", to: place)], archive)
            try archive.site.originalFiles.write("1".bytes, to: place)
            #expect(try await archive.catchUp(archive.committer()) == 1)
            #expect(try await archive.rows().map(\.bytes) == [place.bytes])
        }
    }

    /// The first recovery gets as far as the rows of what has an outcome, and loses the database before the others.
    @Test("may itself be cut off, and still writes every row when it is repeated")
    func cutOffRecovery() async throws {
        try await withArchive { archive in
            let other = "2024/2024-03-09/b.jpg"
            try write([intent("1"), intent("2", to: other)], archive)
            try write([.outcome(segment: 1, line: 1, .filed, note: nil)], archive)
            try archive.site.originalFiles.write("1".bytes, to: place)
            try archive.site.originalFiles.write("2".bytes, to: other)
            try await archive.change(
                """
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'away' USING ERRCODE = '57P01'; END $$
                """)
            try await archive.change(
                """
                CREATE TRIGGER fail BEFORE INSERT ON public.media_assets FOR EACH ROW
                WHEN (NEW.final_path LIKE '%b.jpg') EXECUTE FUNCTION fail()
                """)
            await #expect(throws: DatabaseError.self) { try await archive.catchUp(archive.committer()) }
            try await archive.change("DROP TRIGGER fail ON public.media_assets")
            try await archive.catchUp(archive.committer())
            #expect(try await archive.rows() == [place, other])
        }
    }

    /// Outcomes are made durable with the next batch, the database's position at once: a power cut may take lines of
    /// which the database knows, and their numbers are given again.
    @Test("is not misled by a position beyond the journal's end")
    func lostTail() async throws {
        try await withArchive { archive in
            let site = archive.site
            try await archive.file([site.arrive("a.jpg", "1")], by: archive.committer())
            let name = "Journal/librarian/00000001.jsonl"
            let lines = try site.storageFiles.read(name).split(separator: 10)
            try site.storageFiles.write(Array(lines[0]) + [10], to: name)
            let other = "2024/2024-03-09/b.jpg"
            try write([intent("2", to: other)], archive)
            try site.originalFiles.write("2".bytes, to: other)
            try await archive.catchUp(archive.committer())
            #expect(try await archive.rows() == [place, other])
        }
    }

    @Test("applies what stands behind damage, reports it and goes on in a new segment")
    func damage() async throws {
        try await withArchive { archive in
            let other = "2024/2024-03-09/b.jpg"
            try write([intent("1"), .outcome(segment: 1, line: 1, .filed, note: nil), intent("2", to: other)], archive)
            try write([.outcome(segment: 1, line: 3, .filed, note: nil)], archive)
            let name = "Journal/librarian/00000001.jsonl"
            var lines = try archive.site.storageFiles.read(name).split(separator: 10)
            lines[1] = "{}".bytes[...]
            try archive.site.storageFiles.write(Array(lines.joined(separator: [10])) + [10], to: name)
            try archive.site.originalFiles.write("1".bytes, to: place)
            try archive.site.originalFiles.write("2".bytes, to: other)
            let report = try await archive.committer().record()
            #expect(report.outage == nil && report.recovery.caughtUp == 2)
            #expect(report.damages.count == 1 && report.damages[0].hasSuffix("is damaged in line 2"))
            #expect(try await archive.rows() == [place, other])
            #expect(archive.site.storageFiles.holds("Journal/librarian/00000002.jsonl"))
        }
    }

    /// A pipe in its place is as good as a disk that does not answer.
    @Test("keeps the position before what cannot be found out, and finds it out when it can")
    func held() async throws {
        try await withArchive { archive in
            let other = "2024/2024-03-09/b.jpg"
            try write([intent("1"), intent("2", to: other)], archive)
            try archive.site.originalFiles.folder("2024/2024-03-09")
            try archive.site.originalFiles.makePipe(place)
            try archive.site.originalFiles.write("2".bytes, to: other)
            let committer = try archive.committer()
            let report = try await committer.record()
            #expect(report.outage == nil && report.recovery.troubles.count == 1)
            try await archive.file([archive.site.arrive("c.jpg", "3")], by: committer)
            #expect(try await archive.rows() == [other, "2024/2024-03-09/c.jpg"])
            try archive.site.originalFiles.remove(place)
            try archive.site.originalFiles.write("1".bytes, to: place)
            await committer.lookAgain()
            #expect(try await committer.record().recovery.troubles.isEmpty)
            #expect(try await archive.rows() == [place, other, "2024/2024-03-09/c.jpg"])
        }
    }

    @Test("removes a copy in Originals that was on its way out, if the other one is whole", arguments: [true, false])
    func copyOnItsWayOut(isWhole: Bool) async throws {
        try await withArchive { archive in
            let site = archive.site
            try await archive.file([site.arrive("a.jpg", "1")], by: archive.committer())
            let copy = "2024/2024-03-09/b.jpg"
            let removal = RemovalIntent(
                from: site.originalFiles.path(of: copy), fromBytes: nil, fingerprint: try .of("1"), size: 1,
                stored: place,
                reason: "a copy")
            try write([.removal(removal)], archive)
            let aside = "2024/2024-03-09/\(SourceRemoval.folderName)/7_b.jpg"
            try site.originalFiles.write("1".bytes, to: aside)
            if !isWhole { try site.originalFiles.write("x".bytes, to: place) }
            let report = try await archive.committer().record()
            #expect(report.recovery.troubles.isEmpty == isWhole)
            #expect(site.originalFiles.holds(aside) == !isWhole)
        }
    }
}
