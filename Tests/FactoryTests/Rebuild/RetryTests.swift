import TestSupport
import Testing

/// `librarian retry` files what is in the quarantine as soon as there is a place for it.
struct RetryTests {
    private func retry(_ factory: Installation) async throws -> IngestReport {
        try IngestReport(await factory.librarian(["retry", "--json"]))
    }

    private func quarantine(_ factory: Installation) -> TestFolder {
        TestFolder(factory.storage.path(of: "Quarantine"))
    }

    @Test func fileIsFiledUnderItsOldNameOnceThatIsFree() async throws {
        try await withInstallation { factory in
            let (digest, taken) = try await factory.quarantineOne(named: "full.jpg")
            let before = try quarantine(factory).files()
            #expect(before.count == 1)

            let still = try await retry(factory)
            #expect(still.exitCode == 1 && still.counts.seen == 1 && still.counts.quarantined == 1)
            #expect(try quarantine(factory).files() == before)

            try factory.originals.remove(taken[0])
            let report = try await retry(factory)

            #expect(report.exitCode == 0 && report.counts.seen == 1 && report.counts.filed == 1)
            #expect(try quarantine(factory).files() == [])
            #expect(try await Fingerprints.sha256(of: taken[0], in: factory.originals) == digest)
            let row = try #require(try await factory.ledger().first { $0.hash == digest })
            #expect(row.originalPath == quarantine(factory).path(of: before[0]))
            #expect(try await retry(factory).counts.seen == 0)
        }
    }

    @Test func fileThatIsStoredByNowStaysAndIsSaid() async throws {
        try await withInstallation { factory in
            let (_, taken) = try await factory.quarantineOne(named: "full.jpg")
            let aside = try quarantine(factory).files()
            let photo = try quarantine(factory).read(aside[0])
            try factory.inbox.write(photo, to: "another name.jpg")
            #expect(try await factory.ingest().counts.filed == 1)
            try factory.originals.remove(taken[0])

            let run = try await factory.librarian(["retry", "--json"])

            #expect(try IngestReport(run).counts.duplicates == 1)
            #expect(run.standardError.contains("stays in the quarantine: its content is stored already"))
            #expect(try quarantine(factory).files() == aside)
            #expect(!factory.originals.holds(taken[0]))
        }
    }

    /// Nobody but the inbox brought them: they are damaged, and no photo of their own.
    @Test func damagedOriginalsAreNotFiledAgain() async throws {
        try await withInstallation { factory in
            let photo = SamplePhoto("damaged", taken: "2019:02:03 04:05:06").bytes()
            try factory.inbox.write(photo, to: "photo.jpg")
            _ = try await factory.ingest()
            try factory.originals.setPermissions("2019/2019-02-03/photo.jpg", to: 0o644)
            try factory.originals.write(photo.dropLast(40) + [0xFF, 0xD9], to: "2019/2019-02-03/photo.jpg")
            try factory.inbox.write(photo, to: "newcomer.jpg")
            #expect(try await factory.ingest().counts.healed == 1)
            let aside = try quarantine(factory).files()

            #expect(try await retry(factory).counts.seen == 0)
            #expect(try quarantine(factory).files() == aside && aside.count == 1)
        }
    }

    @Test func emptyQuarantineIsNoError() async throws {
        try await withInstallation { factory in
            let report = try await retry(factory)
            #expect(report.exitCode == 0 && report.counts.seen == 0)
        }
    }
}
