import TestSupport
import Testing

/// More files that wait than the librarian remembers one by one.
struct ManyWaitingTests {
    /// The librarian remembers 10,000.
    private static let count = 10_300

    private func deliver(to factory: Installation) throws {
        for number in 0..<Self.count {
            let photo = SamplePhoto("\(number)", taken: "2024:05:06 07:08:09").bytes()
            try factory.inbox.write(photo, to: "\(number / 1000)/\(number).jpg")
        }
    }

    @Test func allAreFiledLongBeforeTheNextRescan() async throws {
        try await withInstallation { factory in
            let environment = ["LIBRARIAN_RESCAN_SECONDS": "3600", "LIBRARIAN_QUIET_SECONDS": "3"]
            try await factory.whileServing(with: environment) { librarian in
                try await factory.waitForHeartbeat()
                try deliver(to: factory)
                try await eventually("all are filed") { try await factory.ledger().count == Self.count }
                // Beside the one that every process has: each keeps what was once used in it.
                let arenas = try #require(await librarian.allocatorArenas)
                #expect((1...3).contains(arenas))
            }
        }
    }

    @Test func onePassFilesThemAll() async throws {
        try await withInstallation { factory in
            try deliver(to: factory)
            let report = try IngestReport(await factory.librarian(["ingest", "--json", "--quiet-seconds", "3"]))
            #expect(report.counts.seen == Self.count && report.counts.filed == Self.count)
        }
    }
}
