import FactoryCore
import TestSupport
import Testing

/// The librarian does all of its work under its own role, which owns nothing.
struct LibrarianRoleTests {
    private static func drop(into factory: Installation) throws {
        for number in 0..<8 {
            // The last one is a copy of the one before.
            let photo = SamplePhoto("\(min(number, 6))", taken: "2022:02:1\(min(number, 6)) 12:00:00")
            try factory.inbox.write(photo.bytes(), to: "\(number)/IMG_\(number).jpg")
        }
        let live = SampleLivePhoto("A1B2", taken: "2024:03:09 23:59:59", filmed: "2024-03-10T00:00:01+0100")
        try factory.inbox.write(live.still(), to: "phone/IMG_1.JPG")
        try factory.inbox.write(live.video(), to: "phone/IMG_1.MOV")
        try factory.inbox.write(Array("<plist version='1.0'><dict/></plist>".utf8), to: "phone/IMG_1.AAE")
        try factory.inbox.write(Array("no photo".utf8), to: "notes.txt")
    }

    /// The digests of the photos, videos and sidecars.
    private static func arrived(in factory: Installation) async throws -> [String] {
        try await Fingerprints.sha256(of: factory.inboxFiles().filter { $0 != "notes.txt" }, in: factory.inbox)
    }

    @Test func firstRunDuplicatesSidecarsAndIgnoredFiles() async throws {
        try await withRoleFactory { roles in
            let factory = try roles.installation(.librarian)
            try Self.drop(into: factory)
            let arrived = try await Self.arrived(in: factory)

            let report = try await factory.ingest()

            #expect(report.counts.filed == 10 && report.counts.duplicates == 1 && report.counts.ignored == 1)
            #expect(Set(try await factory.vaultIDs()).count == 1)
            #expect(try await factory.ledger().count == 9)
            #expect(try await LedgerColumns.intake(in: factory.database).count == 2)
            // The file that stays has become another one: its row is changed.
            try factory.inbox.write(Array("still no photo".utf8), to: "notes.txt")
            #expect(try await factory.ingest().counts.ignored == 1)
            #expect(try await LedgerColumns.intake(in: factory.database).count == 2)
            try factory.inbox.remove("notes.txt")
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
            let explained = try await factory.librarian(["explain", "IMG_7.jpg"])
            #expect(explained.exitCode == 0 && explained.standardOutput.contains("2022-02-16"), "\(explained)")
        }
    }

    /// A newcomer takes the place of a damaged original, and another photo has got the name of a missing one.
    @Test func healingRelocatingQuarantineAndRetry() async throws {
        try await withRoleFactory { roles in
            let factory = try roles.installation(.librarian)
            let (digest, taken) = try await factory.quarantineOne(named: "full.jpg")
            try factory.originals.remove(taken[0])
            #expect(try IngestReport(await factory.librarian(["retry", "--json"])).counts.filed == 1)
            #expect(try await factory.ledger().contains { $0.hash == digest })

            let photo = SamplePhoto("lost", taken: "2019:02:03 04:05:06").bytes()
            try factory.inbox.write(photo, to: "photo.jpg")
            let lost = try await Fingerprints.sha256(of: "photo.jpg", in: factory.inbox)
            #expect(try await factory.ingest().counts.filed == 1)
            let place = "2019/2019-02-03/photo.jpg"
            try factory.originals.remove(place)
            try factory.inbox.write(SamplePhoto("other", taken: "2019:02:03 04:05:06").bytes(), to: "photo.jpg")
            #expect(try await factory.ingest().counts.filed == 1)
            try factory.inbox.write(photo, to: "again.jpg")
            #expect(try await factory.ingest().counts.healed == 1)
            let row = try #require(try await factory.ledger().first { $0.hash == lost })
            #expect(row.finalPath != factory.originals.path(of: place))
            let files = try factory.originals.files()
            #expect(files.contains { row.finalPath == factory.originals.path(of: $0) }, "\(row.finalPath)")
        }
    }

    @Test func rebuildAndAdopt() async throws {
        try await withRoleFactory { roles in
            let factory = try roles.installation(.librarian)
            try Self.drop(into: factory)
            let arrived = try await Self.arrived(in: factory)
            _ = try await factory.ingest()
            let rows = try await LedgerColumns.all(in: factory.database)
            try await factory.emptyDatabase()
            try factory.originals.write(
                SamplePhoto("stray", taken: "2018:01:02 03:04:05").bytes(), to: "2018/2018-01-02/s.jpg")

            let rebuilt = try await factory.rebuild().report
            #expect(rebuilt.recorded == 1)
            #expect(Set(try await LedgerColumns.all(in: factory.database)).isSuperset(of: rows))

            try await factory.change("DELETE FROM factory.vault")
            for folder in [factory.storage, factory.inbox] { try folder.remove(Installation.idFile) }
            let adopted = try await factory.librarian(["adopt"])
            #expect(adopted.exitCode == 0, "\(adopted.standardError)")
            try await factory.change("UPDATE factory.vault SET id = repeat('0', 32)")
            for folder in [factory.storage, factory.inbox] { try folder.remove(Installation.idFile) }
            #expect(try await factory.librarian(["adopt"]).exitCode == 0)
            try factory.inbox.remove("notes.txt")
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    @Test func serviceFilesThroughAnOutageAndReports() async throws {
        try await withRoleFactory { roles in
            let factory = try roles.installation(.librarian)
            _ = try await factory.ingest()
            try await roles.server.stop()
            try await factory.whileServing(with: ["HEARTBEAT_SECONDS": "1", "LIBRARIAN_RESCAN_SECONDS": "1"]) { _ in
                try Self.drop(into: factory)
                let arrived = try await Self.arrived(in: factory)
                try await eventually("all is filed meanwhile") { try factory.inboxFiles() == ["notes.txt"] }
                try await roles.server.start()
                try await eventually("every photo has its row") { try await factory.ledger().count == 9 }
                try await eventually("the history shows the outage and its end") {
                    let states = try await factory.history(of: "librarian")
                    return states.contains { $0.hasPrefix("WARNING Filing without the database") }
                        && states.last?.hasPrefix("OK ") == true
                }
                try factory.inbox.remove("notes.txt")
                #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
            }
            #expect(
                try await factory.database.connect().query(
                    "SELECT heartbeat_seconds FROM factory.services WHERE name = 'librarian'"
                ) { try $0.int(0) } == [1])
        }
    }

    @Test func verdictOnItsInboxIsObeyed() async throws {
        try await withRoleFactory { roles in
            let factory = try roles.installation(.librarian)
            _ = try await factory.ingest()
            try factory.inbox.folder(".stfolder")
            try factory.inbox.write(SamplePhoto("synced", taken: "2001:02:03 04:05:06").bytes(), to: "synced.jpg")
            #expect(try await factory.librarian(["ingest"]).exitCode != 0)
            #expect(try factory.inboxFiles() == ["synced.jpg"])
            try await factory.change(
                """
                INSERT INTO factory.syncthing_verdicts (inbox, is_receive_only, folders, finding, checked_at)
                VALUES (\(factory.inbox.path), true, '{""}', 'fine', now())
                """)
            #expect(try await factory.ingest().counts.filed == 1)
        }
    }

    @Test func furtherLibrarianHasAJournalAndHeartbeatsOfItsOwn() async throws {
        try await withRoleFactory { roles in
            let factory = try roles.installation(.librarian)
            let further = ["LIBRARIAN_ID": "attic", "HEARTBEAT_SECONDS": "1"]
            try factory.inbox.write(SamplePhoto("attic", taken: "2001:02:03 04:05:06").bytes(), to: "attic.jpg")
            try await factory.whileServing(with: further) { _ in
                try await eventually("it has filed") { try await factory.ledger().count == 1 }
                try await eventually("it reports") {
                    try await factory.heartbeat(of: "librarian@attic").hasPrefix("OK ")
                }
            }
        }
    }

    /// It may not migrate, and says so as long as nobody has; then it goes on by itself.
    @Test func waitsForTheVersionThatItNeeds() async throws {
        // Between migrations and grants there is a moment in which it may look at nothing.
        try await withRoleFactory(mayBeRefused: true) { roles in
            let late = try await roles.server.makeDatabase("late")
            let first = try roles.installation(.librarian)
            let factory = Installation(
                root: first.root, inbox: first.inbox, storage: first.storage, database: late, login: first.login)
            let words = """
                the database's schema is version 0, but this program needs \(Migration.all.count): migrations have not run yet; \
                this role may not run them, so run 'migrate' as the one who owns the schema
                """
            // Where there is nothing at all, there is nothing to be made again.
            try factory.root.folder("Storage/Originals")
            for command in ["ingest", "rebuild", "adopt"] {
                let refused = try await factory.librarian([command])
                #expect(refused.exitCode == 2 && refused.standardError.contains(words), "\(refused)")
            }
            try factory.inbox.write(SamplePhoto("early", taken: "2001:02:03 04:05:06").bytes(), to: "early.jpg")
            try await factory.whileServing(with: ["HEARTBEAT_SECONDS": "1"]) { librarian in
                try await librarian.waitForLog(words)
                #expect(try factory.inboxFiles() == ["early.jpg"])
                try await roles.migrate(late)
                try await eventually("it files") { try await factory.ledger().count == 1 }
                #expect(
                    try await factory.history(of: "librarian").contains { $0.hasPrefix("ERROR ") && $0.contains(words) }
                )
            }
        }
    }
}
