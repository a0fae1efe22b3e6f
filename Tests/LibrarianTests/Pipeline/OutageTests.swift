import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The committer without its database")
struct OutageTests {
    private let place = "2024/2024-03-09/"

    /// Waits until the committer has reached the database again.
    private func recovery(_ committer: Committer) async throws -> Recovery {
        var corrections: [Correction] = []
        var last = Recovery()
        try await eventually("the database is up to the journal") {
            let report = try await committer.record()
            corrections += report.recovery.corrections
            last = report.recovery
            return report.outage == nil
        }
        last.corrections = corrections
        return last
    }

    /// Files a batch of one, without the database.
    private func file(_ file: PreparedFile, by committer: Committer) async throws -> [FileOutcome] {
        var outcomes: [FileOutcome] = []
        var next = [file]
        repeat {
            outcomes += try await committer.file(next).settled.map(\.outcome)
            #expect(try await committer.record().outage != nil)
            next = []
        } while await committer.hasDeferred
        return outcomes
    }

    @Test("files all the same, knows copies of what came meanwhile, and writes every row when it is back, once")
    func files() async throws {
        try await withArchive { archive in
            let (site, committer) = (archive.site, try archive.committer())
            try await archive.database.close()
            #expect(try await file(site.arrive("a.jpg", "1"), by: committer) == [.filed(1)])
            #expect(try await file(site.arrive("b.jpg", "2"), by: committer) == [.filed(1)])
            #expect(try await file(site.arrive("c.jpg", "1"), by: committer) == [.duplicate])
            #expect(try site.originalFiles.files() == ["\(place)a.jpg", "\(place)b.jpg"])
            try await archive.database.open()
            #expect(try await recovery(committer).corrections.isEmpty)
            for _ in 0..<2 { _ = try await committer.record() }
            #expect(try await archive.rows() == ["\(place)a.jpg", "\(place)b.jpg"])
            #expect(try await archive.intake() == ["duplicate"])
            #expect(try await archive.file([site.arrive("d.jpg", "1")], by: committer) == ["d.jpg": .duplicate])
        }
    }

    @Test("loses no row and writes none twice when the connection breaks before they are written")
    func brokenConnection() async throws {
        try await withArchive { archive in
            let committer = try archive.committer()
            for name in ["a.jpg", "b.jpg", "c.jpg"] {
                _ = try await committer.file([archive.site.arrive(name, name)])
                try await archive.database.breakConnections()
                _ = try await recovery(committer)
            }
            #expect(try await archive.rows() == ["a.jpg", "b.jpg", "c.jpg"].map { place + $0 })
        }
    }

    @Test("removes afterwards what turns out to have been stored already", arguments: [false, true])
    func lateDuplicate(restarts: Bool) async throws {
        try await withArchive { archive in
            let site = archive.site
            try await archive.file([site.arrive("a.jpg", "1")], by: archive.committer())
            try await archive.database.close()
            do {
                let committer = try archive.committer()
                #expect(try await file(site.arrive("b.jpg", "1", day: "2024-03-10"), by: committer) == [.filed(1)])
                if !restarts {
                    try await archive.database.open()
                    let corrections = try await recovery(committer).corrections
                    #expect(corrections.map(\.told) == [.filed(1)] && corrections.map(\.holds) == [.duplicate])
                }
            }
            if restarts {
                try await archive.database.open()
                let corrections = try await recovery(archive.committer()).corrections
                #expect(corrections.isEmpty, "another run told of it")
            }
            #expect(try site.originalFiles.files() == ["\(place)a.jpg"])
            #expect(try await archive.rows() == ["\(place)a.jpg"])
            #expect(try await archive.intake() == ["duplicate"])
        }
    }

    @Test("keeps the newcomer when the stored original turns out to be missing or damaged", arguments: [nil, "evil"])
    func lateHealing(remains: String?) async throws {
        try await withArchive { archive in
            let site = archive.site
            try await archive.file([site.arrive("a.jpg", "good")], by: archive.committer())
            try site.originalFiles.remove("\(place)a.jpg")
            if let remains { try site.originalFiles.write(remains.bytes, to: "\(place)a.jpg") }
            try await archive.database.close()
            let committer = try archive.committer()
            #expect(try await file(site.arrive("b.jpg", "good"), by: committer) == [.filed(4)])
            try await archive.database.open()
            #expect(try await recovery(committer).corrections.isEmpty)
            #expect(try await archive.rows() == ["\(place)b.jpg"])
            #expect(try site.originalFiles.read("\(place)b.jpg") == "good".bytes)
            _ = try await committer.record()
            try await archive.change("DELETE FROM factory.journal_positions")
            try await archive.change("DELETE FROM media_assets")
        }
    }

    @Test("comes to the same rows when the journal is applied from nothing")
    func rebuilt() async throws {
        try await withArchive { archive in
            let site = archive.site
            do {
                let committer = try archive.committer()
                try await archive.file([site.arrive("a.jpg", "1"), site.arrive("x.jpg", "3")], by: committer)
                try site.originalFiles.remove("\(place)x.jpg")
                try await archive.database.close()
                for (name, content) in [("b.jpg", "1"), ("c.jpg", "2"), ("d.jpg", "2"), ("y.jpg", "3")] {
                    _ = try await file(site.arrive(name, content), by: committer)
                }
                try await archive.database.open()
                _ = try await recovery(committer)
            }
            let (rows, intake) = (try await archive.rows(), try await archive.intake())
            #expect(rows == ["a.jpg", "c.jpg", "y.jpg"].map { place + $0 } && intake == ["duplicate", "duplicate"])
            try await archive.change("TRUNCATE media_assets, factory.intake, factory.journal_positions CASCADE")
            _ = try await recovery(archive.committer())
            #expect(try await archive.rows() == rows)
            #expect(try await archive.intake() == intake)
        }
    }

    @Test("stops at what forbids to use the database, and files nothing")
    func refused() async throws {
        try await withArchive { archive in
            let committer = try archive.committer(admit: { _ in throw StartupError("another vault") })
            let file = try archive.site.arrive("a.jpg", "1")
            await #expect(throws: StartupError.self) { try await committer.file([file]) }
            await #expect(throws: StartupError.self) { try await committer.record() }
            #expect(try archive.site.inboxFiles.files() == ["a.jpg"])
        }
    }
}
