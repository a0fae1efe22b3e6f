import FactoryCore
import TestSupport
import Testing

/// A phone's own folder of Syncthing's within the inbox is met in the middle of a pass.
struct PhoneFolderTests {
    /// With a quiet time files are met twice.
    @Test(arguments: ["0", "1"])
    func passStopsThereAndAccountsForEverything(quietSeconds: String) async throws {
        try await withInstallation { factory in
            #expect(try await factory.ingest().exitCode == 0)
            for number in 0..<40 {
                try factory.inbox.write(SamplePhoto("\(number)").bytes(), to: "pixel/IMG_\(number).jpg")
            }
            try factory.inbox.folder("pixel/.stfolder")
            let arguments = ["ingest", "--json", "--quiet-seconds", quietSeconds]
            let report = try IngestReport(await factory.librarian(arguments))
            #expect(report.exitCode == 1 && report.counts.filed == 0)
            #expect(report.counts.seen == report.counts.pending + report.counts.ignored)
            #expect(try factory.inboxFiles().count == 40)

            let verdict = SyncthingVerdict(
                isReceiveOnly: true, folders: ["pixel"], finding: "Receive Only", time: SystemClock().now)
            try await factory.database.connect().execute(
                SyncthingVerdictsTable.upsert(inbox: factory.inbox.path, verdict))
            let second = try IngestReport(await factory.librarian(arguments))
            #expect(second.exitCode == 0 && second.counts.filed == 40)
        }
    }
}
