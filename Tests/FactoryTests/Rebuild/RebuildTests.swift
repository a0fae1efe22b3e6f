import FactoryCore
import TestSupport
import Testing

/// `librarian rebuild` brings back exactly the rows that were lost.
struct RebuildTests {
    private func photo(_ name: String) -> [UInt8] {
        SamplePhoto(
            name, taken: "2021:02:03 04:05:06", offset: "+01:00",
            position: SamplePosition(latitude: 35.5, longitude: 139.5)
        ).bytes()
    }

    /// A library with a history: two librarians, duplicates, a healed original, names that clash, an ignored file, a
    /// file without its end.
    private func withHistory<Result>(_ body: (Installation, [String]) async throws -> Result) async throws -> Result {
        try await withInstallation { factory in
            for name in ["a", "b", "c"] { try factory.inbox.write(photo(name), to: "\(name)/IMG.jpg") }
            try factory.inbox.write(photo("torn").dropLast(2), to: "torn.jpg")
            let arrived = try await Conservation.arrivals(in: factory.inbox)
            try factory.inbox.write(photo("raw"), toRawName: [0xFF] + Array(".jpg".utf8))
            _ = try await factory.ingest()
            try factory.inbox.write(photo("b"), to: "again.jpg")
            try factory.inbox.write(photo("d"), to: "d.jpg")
            let late = try await Conservation.arrivals(in: factory.inbox)
            _ = try await factory.ingest(with: ["LIBRARIAN_ID": "second"])
            try factory.originals.remove("2021/2021-02-03/d.jpg")
            try factory.inbox.write(photo("d"), to: "d again.jpg")
            guard try await factory.ingest().counts.healed == 1 else { throw SupportError("Nothing was healed.") }
            return try await body(factory, arrived + late)
        }
    }

    @Test func rowsAreTheSameAfterEverythingWasLost() async throws {
        try await withHistory { factory, arrived in
            let (rows, intake) = (
                try await LedgerColumns.all(in: factory.database), try await LedgerColumns.intake(in: factory.database)
            )
            try await factory.emptyDatabase()
            try factory.storage.write([123], to: "Journal/librarian/verify.json")

            let (report, log) = try await factory.rebuild()

            #expect(rows.count == 6 && report.recorded == 0 && report.relocated == 0 && report.applied >= 6, "\(log)")
            #expect(try await LedgerColumns.all(in: factory.database) == rows)
            #expect(try await LedgerColumns.intake(in: factory.database) == intake)
            #expect(!factory.storage.holds("Journal/librarian/verify.json"))
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
            try factory.inbox.write(photo("new"), to: "new.jpg")
            #expect(try await factory.ingest().counts.filed == 1, "filing does not go on")
        }
    }

    @Test func databaseThatIsNewGetsTablesRowsAndVaultID() async throws {
        try await withHistory { factory, arrived in
            let rows = try await LedgerColumns.all(in: factory.database)
            try await withEmptyDatabase { database in
                let other = Installation(
                    root: factory.root, inbox: factory.inbox, storage: factory.storage, database: database)
                _ = try await other.rebuild()
                #expect(try await LedgerColumns.all(in: database) == rows)
                #expect(try await Conservation(factory: other).breaches(arrived: arrived) == [])
                #expect(try await other.ingest().exitCode == 0)
            }
        }
    }

    @Test func nothingChangesWhereNothingIsMissing() async throws {
        try await withHistory { factory, _ in
            let ids = try await factory.database.connect().query("SELECT id FROM media_assets ORDER BY id") {
                try $0.string(0)
            }
            let intake = try await LedgerColumns.intake(in: factory.database)
            _ = try await factory.rebuild()
            _ = try await factory.rebuild()
            let after = try await factory.database.connect().query("SELECT id FROM media_assets ORDER BY id") {
                try $0.string(0)
            }
            #expect(after == ids)
            #expect(try await LedgerColumns.intake(in: factory.database) == intake)
        }
    }

    @Test func filesAreRecordedFromTheDiskWhereTheJournalIsLostAsWell() async throws {
        try await withHistory { factory, arrived in
            let ofTheArrival = ["original_name", "original_path", "ingested_at"]
            let rows = try await LedgerColumns.all(in: factory.database, without: ofTheArrival)
            let files = try factory.originals.files()
            try await factory.emptyDatabase()
            try factory.storage.rename("Journal", to: "lost")
            try factory.originals.write(Array("a sidecar".utf8), to: "2021/2021-02-03/IMG.jpg.xmp")

            let (report, log) = try await factory.rebuild()

            #expect(report.recorded == 6 && report.applied == 0 && report.relocated == 0, "\(log)")
            #expect(try await LedgerColumns.all(in: factory.database, without: ofTheArrival) == rows)
            #expect(try await factory.ledger().map(\.originalPath) == files.map { factory.originals.path(of: $0) })
            #expect(try await factory.verify().exitCode == 0)
            // The journal explains them from now on, and brings them back.
            let recorded = try await LedgerColumns.all(in: factory.database)
            try await factory.emptyDatabase()
            let again = try await factory.rebuild().report
            #expect(again.applied == 6 && again.recorded == 0)
            #expect(try await LedgerColumns.all(in: factory.database) == recorded)
            let story = try await factory.librarian(["explain", "d.jpg"])
            #expect(story.exitCode == 0 && story.standardOutput.contains("purpose: adopt"))
            #expect(Set(try await factory.ledger().map(\.hash)).isSuperset(of: arrived))
        }
    }

    @Test func rowThatNamesAMissingFileIsRelocatedToWhereItsContentStands() async throws {
        try await withHistory { factory, arrived in
            try factory.originals.folder("2020/2020-01-01")
            try factory.originals.rename("2021/2021-02-03/d.jpg", to: "2020/2020-01-01/moved.jpg")
            #expect(try await factory.verify().exitCode == 1)

            let (report, _) = try await factory.rebuild()

            #expect(report.relocated == 1 && report.recorded == 0)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    @Test func whatCannotBeRecordedIsNamedAndStays() async throws {
        try await withHistory { factory, _ in
            let places = ["2021/2021-02-03/copy.jpg", "2021/2021-02-03/text.txt", "elsewhere.jpg"]
            try factory.originals.write(photo("a"), to: places[0])
            try factory.originals.write(Array("no photo".utf8), to: places[1])
            try factory.originals.write(photo("e"), to: places[2])
            let rows = try await LedgerColumns.all(in: factory.database)

            let (report, log) = try await factory.rebuild(exitCode: 1)

            #expect(report.recorded == 0 && report.relocated == 0)
            for place in places {
                #expect(log.split(separator: "\n").count { $0.contains(place) } == 1, "\(place): \(log)")
                #expect(factory.originals.holds(place))
            }
            #expect(try await LedgerColumns.all(in: factory.database) == rows)
        }
    }

    @Test func runningLibrarianIsNamed() async throws {
        try await withHistory { factory, _ in
            try await factory.whileServing(with: ["LIBRARIAN_ID": "second"]) { _ in
                try await eventually("the librarian reports a heartbeat") {
                    let connection = try await factory.database.connect()
                    let beats = "SELECT 1 FROM system_status WHERE service_name = 'librarian@second'" as SQL
                    return try await !connection.query(beats) { try $0.int(0) }.isEmpty
                }
                let run = try await factory.librarian(["rebuild", "--json"])
                #expect(run.exitCode == 2 && run.standardOutput.isEmpty)
                #expect(run.standardError.contains("'second'") && run.standardError.contains("process"))
            }
        }
    }

    @Test func wrongStorageAndMissingDatabaseAreRefused() async throws {
        try await withHistory { factory, _ in
            let rows = try await LedgerColumns.all(in: factory.database)
            let unmounted = try await factory.librarian(
                ["rebuild"], with: ["STORAGE": factory.root.folder("empty").path])
            #expect(unmounted.exitCode == 2 && unmounted.standardError.contains("is it mounted?"))
            let other = try factory.root.folder("other")
            try other.folder("Originals")
            try other.write(Array((String(repeating: "ab", count: 16) + "\n").utf8), to: ".photo-factory-vault")
            let wrong = try await factory.librarian(["rebuild"], with: ["STORAGE": other.path])
            #expect(wrong.exitCode == 2 && wrong.standardError.contains("vault id"), "\(wrong.standardError)")
            let away = try await factory.librarian(["rebuild"], with: ["PGDATABASE": "no_such_database"])
            #expect(away.exitCode == 2 && away.standardError.contains("no_such_database"))
            #expect(try await LedgerColumns.all(in: factory.database) == rows)
        }
    }
}
