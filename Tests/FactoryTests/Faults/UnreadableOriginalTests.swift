import TestSupport
import Testing

/// An original that cannot be read is no proof of anything, and no reason to stop filing.
struct UnreadableOriginalTests {
    @Test(.enabled("\(OrdinaryRights.absence)") { await OrdinaryRights.areAvailable() })
    func otherFilesAreFiledAndTheDuplicateStays() async throws {
        try await PasswordLogin.shared.prepare()
        try await withInstallation { factory in
            let photo = SamplePhoto("stored", taken: "2020:01:02 03:04:05").bytes()
            try factory.inbox.write(photo, to: "stored.jpg")
            _ = try await factory.ingest()
            try factory.inbox.write(photo, to: "again.jpg")
            for number in 1...3 {
                let other = SamplePhoto("\(number)", taken: "2020:01:03 03:04:0\(number)")
                try factory.inbox.write(other.bytes(), to: "\(number).jpg")
            }
            try factory.originals.setPermissions("2020/2020-01-02", to: 0)

            let run = try await ProgramRun.run(
                .system("setpriv"),
                OrdinaryRights.arguments(.built("librarian"), ["ingest", "--json", "--quiet-seconds", "0"]),
                environment: factory.environment(with: PasswordLogin.overNetwork), in: factory.root)
            try factory.originals.setPermissions("2020/2020-01-02", to: 0o755)

            let report = try IngestReport(run)
            #expect(report.exitCode == 1 && report.counts.filed == 3 && report.counts.pending == 1)
            #expect(run.standardError.contains("2020-01-02"), "\(run.standardError)")
            #expect(try factory.inboxFiles() == ["again.jpg"])
            #expect(try await factory.ingest().counts.duplicates == 1)
        }
    }
}
