import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The database is told of a batch while the next is filed")
struct TellingTests {
    private let day = "2024/2024-03-09/"

    private func mustAskAgain(_ files: [PreparedFile], _ committer: Committer) async -> Bool {
        await committer.mustAskAgain(after: CompanionQuestion(files.map { PreparedGroup($0) }))
    }

    @Test("and a copy of what is being told of is known as one, although the database was asked before")
    func copies() async throws {
        try await withArchive { archive in
            let (site, committer) = (archive.site, try archive.committer())
            try await archive.catchUp(committer)
            let first = try [site.arrive("a.jpg", "1"), site.arrive("b.jpg", "2")]
            let second = try [site.arrive("c.jpg", "1"), site.arrive("d.jpg", "3")]
            let early = try await LedgerLookup(second.map { PreparedGroup($0) }, in: committer.ledger)
            // What is used first was asked for before the catch-up, as far as anybody knows.
            #expect(await mustAskAgain(first, committer))
            _ = try await committer.file(first)
            let telling = try #require(await committer.beginTelling())
            #expect(await !mustAskAgain(second, committer))
            let report = try await committer.file(second.map { PreparedGroup($0) }, early)
            #expect(report.settled.map(\.outcome) == [.duplicate, .filed(1)])
            #expect(await committer.tell(telling).outage == nil)
            #expect(try await archive.rows() == ["\(day)a.jpg", "\(day)b.jpg"])
            #expect(await committer.tell(try #require(await committer.beginTelling())).outage == nil)
            #expect(try await archive.rows() == ["a.jpg", "b.jpg", "d.jpg"].map { day + $0 })
            #expect(try await archive.intake() == ["duplicate"])
            #expect(await committer.beginTelling() == nil)
        }
    }

    @Test("and whoever looks for a name of what is being told of asks again")
    func names() async throws {
        try await withArchive { archive in
            let (site, committer) = (archive.site, try archive.committer())
            try await archive.catchUp(committer)
            let (photo, half, other) = try (
                site.arrive("IMG_1.jpg", "1"), site.arrive("IMG_1.mov", "2"), site.arrive("IMG_2.mov", "3")
            )
            _ = await mustAskAgain([photo], committer)
            _ = try await committer.file([photo])
            let telling = try #require(await committer.beginTelling())
            #expect(await mustAskAgain([half], committer))
            #expect(await !mustAskAgain([other], committer))
            _ = await committer.tell(telling)
            #expect(await mustAskAgain([half], committer), "it may have been asked before")
        }
    }

    @Test("and a lookup is not used that was made before everything was recorded and forgotten")
    func forgotten() async throws {
        try await withArchive { archive in
            let (site, committer) = (archive.site, try archive.committer())
            try await archive.catchUp(committer)
            let (photo, copy) = try (site.arrive("a.jpg", "1"), site.arrive("b.jpg", "1"))
            _ = await mustAskAgain([copy], committer)
            _ = try await committer.file([photo])
            _ = try await committer.record()
            #expect(await mustAskAgain([copy], committer))
            #expect(await !mustAskAgain([copy], committer), "the next one was made since")
        }
    }

    @Test("and nobody knows without asking what else a group has that waits for its first file's copy")
    func waitingGroups() async throws {
        try await withArchive { archive in
            let (site, committer) = (archive.site, try archive.committer())
            try await archive.file([site.arrive("old.mov", "movie")], by: committer)
            let (photo, next) = try (site.arrive("x/a.jpg", "1"), site.arrive("next.jpg", "9"))
            let (copy, movie) = try (site.arrive("y/a.jpg", "1"), site.arrive("y/a.mov", "movie"))
            _ = await mustAskAgain([next], committer)
            _ = try await committer.file([
                PreparedGroup(photo), PreparedGroup(media: [copy, movie], sidecars: []),
            ])
            #expect(await committer.hasDeferred)
            _ = await committer.tell(try #require(await committer.beginTelling()))
            #expect(await mustAskAgain([next], committer))
        }
    }

    @Test("and what could not be told is written when the database is back")
    func outage() async throws {
        try await withArchive { archive in
            let (site, committer) = (archive.site, try archive.committer())
            try await archive.catchUp(committer)
            _ = try await committer.file([site.arrive("a.jpg", "1")])
            let telling = try #require(await committer.beginTelling())
            try await archive.database.close()
            #expect(await committer.tell(telling).outage != nil)
            #expect(await committer.beginTelling() == nil)
            #expect(try await committer.file([site.arrive("b.jpg", "1")]).settled.map(\.outcome) == [.duplicate])
            try await archive.database.open()
            try await eventually("it is back") { try await committer.record().outage == nil }
            #expect(try await archive.rows() == ["\(day)a.jpg"])
            #expect(try await archive.intake() == ["duplicate"])
        }
    }

    @Test("and what another has recorded meanwhile is settled by the journal")
    func conflict() async throws {
        try await withArchive { archive in
            let (site, committer) = (archive.site, try archive.committer())
            try await archive.catchUp(committer)
            _ = try await committer.file([site.arrive("b.jpg", "1")])
            let telling = try #require(await committer.beginTelling())
            try await archive.file([site.arrive("a.jpg", "1")], by: archive.committer("other"))
            #expect(await committer.tell(telling).outage == nil)
            #expect(await committer.beginTelling() == nil)
            #expect(try await committer.record().recovery.corrections.count == 1)
            #expect(try await archive.rows() == ["\(day)a.jpg"])
            #expect(try site.originalFiles.files() == ["\(day)a.jpg"])
        }
    }

    /// A pipe in its place is as good as a disk that does not answer.
    @Test("and the position stays before what cannot be found out")
    func held() async throws {
        try await withArchive { archive in
            do {
                let journal = try archive.site.journal()
                try journal.append([.intent(.sample(to: "\(day)a.jpg", content: "1"))])
                try journal.sync()
            }
            try archive.site.originalFiles.folder("2024/2024-03-09")
            try archive.site.originalFiles.makePipe("\(day)a.jpg")
            let committer = try archive.committer()
            #expect(try await committer.record().recovery.troubles.count == 1)
            _ = try await committer.file([archive.site.arrive("c.jpg", "3")])
            _ = await committer.tell(try #require(await committer.beginTelling()))
            #expect(try await archive.rows() == ["\(day)c.jpg"])
            try archive.site.originalFiles.remove("\(day)a.jpg")
            try archive.site.originalFiles.write("1".bytes, to: "\(day)a.jpg")
            await committer.lookAgain()
            #expect(try await committer.record().recovery.troubles.isEmpty)
            #expect(try await archive.rows() == ["\(day)a.jpg", "\(day)c.jpg"])
        }
    }
}
