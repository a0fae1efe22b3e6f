import FactoryCore
import TestSupport
import Testing

/// `librarian scrub` reads what waits longest, says what is the matter with each original, and forgets it when it is mended.
struct ScrubTests {
    private func photo(_ name: String) -> [UInt8] { SamplePhoto(name, taken: "2021:02:03 04:05:06").bytes() }

    private func place(_ name: String) -> String { "2021/2021-02-03/\(name).jpg" }

    /// A factory in which these photos were filed a hundred days ago, one second after the other.
    private func withFiled<Result>(
        _ names: [String], _ body: (Installation) async throws -> Result
    ) async throws -> Result {
        try await withInstallation { factory in
            for name in names {
                try factory.inbox.write(photo(name), to: "\(name).jpg")
                try factory.inbox.setModified("\(name).jpg", to: 1_600_000_000)
            }
            let report = try await factory.ingest()
            guard report.counts.filed == names.count else { throw SupportError("Not all were filed.") }
            let connection = try await factory.database.connect()
            for (number, name) in names.enumerated() {
                try await connection.execute(
                    """
                    UPDATE media_assets SET ingested_at = now() - interval '100 days' + \(number) * interval '1 second'
                    WHERE original_name = \(name + ".jpg")
                    """)
            }
            return try await body(factory)
        }
    }

    /// Other bytes of the same number.
    private func damage(_ name: String, in factory: Installation) throws {
        try factory.originals.setPermissions(place(name), to: 0o644)
        try factory.originals.write(photo(name).dropLast() + [0], to: place(name))
    }

    @Test func allIsWell() async throws {
        try await withFiled(["a", "b", "c"]) { factory in
            let report = try await factory.scrub()
            #expect(report.exitCode == 0 && report.counts.checked == 3 && report.counts.ok == 3, "\(report.log)")
            #expect(report.counts.bytes == ["a", "b", "c"].reduce(0) { $0 + photo($1).count })
            #expect(report.counts.canary && report.counts.oldestDays < 1)
            let again = try await factory.scrub()
            #expect(again.exitCode == 0 && again.counts.checked == 0, "what is not due was read")
            #expect(try await factory.scrub(["--all"]).counts.ok == 3)
            #expect(try await factory.verify().exitCode == 0, "the canary is a stray")
        }
    }

    @Test func eachClassIsFoundToldOnceAndForgottenWhenMended() async throws {
        let names = ["fine", "rotten", "edited", "longer", "shorter", "gone", "moved", "barred"]
        try await withFiled(names) { factory in
            #expect(try await factory.scrub().counts.ok == names.count)
            try damage("rotten", in: factory)
            try factory.originals.setModified(place("rotten"), to: 1_600_000_000)
            try damage("edited", in: factory)
            try factory.originals.setPermissions(place("longer"), to: 0o644)
            try factory.originals.append([1], to: place("longer"))
            try factory.originals.setPermissions(place("shorter"), to: 0o644)
            try factory.originals.write(photo("shorter").dropLast(9), to: place("shorter"))
            try factory.originals.remove(place("gone"))
            try factory.originals.folder("2021/2021-12-31")
            try factory.originals.rename(place("moved"), to: "2021/2021-12-31/moved.jpg")
            let plan = FaultPlan([.every("pread", on: "/barred.jpg", fails: "EIO")], in: factory.root)
            let broken = try plan.environment()

            let report = try await factory.scrub(["--all"], with: broken)

            let counts = report.counts
            #expect(report.exitCode == 1)
            #expect([counts.ok, counts.rot, counts.edited, counts.truncated] == [1, 1, 2, 1], "\(report.log)")
            #expect([counts.missing, counts.moved, counts.unreadable] == [1, 1, 1], "\(report.log)")
            #expect(
                try await factory.scrubbed() == [
                    "fine.jpg": "OK", "rotten.jpg": "ROT", "edited.jpg": "EDITED", "longer.jpg": "EDITED",
                    "shorter.jpg": "TRUNCATED", "gone.jpg": "MISSING", "moved.jpg": "MOVED", "barred.jpg": "UNREADABLE",
                ])
            for name in names.dropFirst() {
                #expect(report.log.contains("\(place(name)) "), "\(name): \(report.log)")
            }
            #expect(report.log.contains("2021/2021-12-31/moved.jpg"))
            let told = try await factory.ledger().filter(\.hasErrors)
            #expect(Set(told.map(\.originalName)) == Set(names.dropFirst().map { "\($0).jpg" }))
            #expect(told.allSatisfy { $0.errorMessage?.hasPrefix("scrub: ") == true })

            let again = try await factory.scrub(with: broken)
            #expect(again.exitCode == 1 && again.counts.checked == names.count - 1, "what was found is looked at again")
            #expect(!again.log.contains("ERROR"), "told twice: \(again.log)")

            for name in names.dropFirst() where name != "barred" {
                try factory.originals.write(photo(name), to: place(name))
            }
            let mended = try await factory.scrub()
            #expect(mended.exitCode == 0 && mended.counts.ok == names.count - 1, "\(mended.log)")
            #expect(try await factory.ledger().allSatisfy { !$0.hasErrors && $0.errorMessage == nil })
            #expect(try await factory.scrub().counts.checked == 0)
        }
    }

    @Test func whatWaitsLongestIsReadFirstAlsoAfterAKill() async throws {
        let names = ["e", "d", "c", "b", "a"]
        try await withFiled(names) { factory in
            let plan = FaultPlan([.once("pread", on: "/b.jpg", .killsBefore)], in: factory.root)
            let run = try await factory.librarian(["scrub", "--json"], with: try plan.environment())
            #expect(run.exitCode == 128 + 9)
            #expect(try await factory.scrubbed() == ["e.jpg": "OK", "d.jpg": "OK", "c.jpg": "OK"])
            let report = try await factory.scrub()
            #expect(report.exitCode == 0 && report.counts.ok == 2, "\(report.log)")
        }
    }

    @Test func twoLibrariansReadEachOnce() async throws {
        let names = (0..<12).map { "photo \($0)" }
        try await withFiled(names) { factory in
            async let first = factory.scrub(with: ["LIBRARIAN_ID": "one"])
            async let second = factory.scrub(with: ["LIBRARIAN_ID": "two"])
            let reports = try await [first, second]
            #expect(reports.reduce(0) { $0 + $1.counts.ok } == names.count)
            #expect(reports.allSatisfy { $0.exitCode == 0 })
        }
    }

    @Test func whatAnotherOneHasInHandIsLeftToIt() async throws {
        try await withFiled(["a", "b"]) { factory in
            let connection = try await factory.database.connect()
            let ids = try await connection.query("SELECT id FROM media_assets WHERE original_name = 'a.jpg'") {
                try $0.string(0)
            }
            let id = try #require(ids.first)
            #expect(try await connection.query(ScrubsTable.lock(id)) { try $0.bool(0) } == [true])
            #expect(try await factory.scrub().counts.checked == 1)
            #expect(try await factory.scrubbed() == ["b.jpg": "OK"])
            _ = try await connection.query(ScrubsTable.unlock(id)) { try $0.bool(0) }
            #expect(try await factory.scrub().counts.checked == 1)
        }
    }

    @Test func manyMissingInARowAreADiskThatIsElsewhere() async throws {
        let names = ["a", "b", "c", "d"]
        try await withFiled(names) { factory in
            for name in names { try factory.originals.remove(place(name)) }
            let run = try await factory.librarian(["scrub", "--json"], with: ["LIBRARIAN_MISSING_LIMIT": "2"])
            #expect(run.exitCode == 2 && run.standardError.contains("2 originals in a row are missing"))
            let report = try await factory.scrub(with: ["LIBRARIAN_MISSING_LIMIT": "0"])
            #expect(report.exitCode == 1 && report.counts.missing == names.count)
        }
    }
}
