import TestSupport
import Testing

/// The report of the cleanup on what it may not look at.
struct UnreadFolderTests {
    @Test(.enabled("\(OrdinaryRights.absence)") { await OrdinaryRights.areAvailable() })
    func folderThatCannotBeListedNeedsALook() async throws {
        try await PasswordLogin.shared.prepare()
        try await withInstallation { factory in
            try factory.inbox.write(SamplePhoto("1", taken: "2024:03:09 12:00:00").bytes(), to: "IMG_1.jpg")
            #expect(try await factory.ingest().counts.filed == 1)
            let day = factory.originals.path(of: "2024/2024-03-09")
            try factory.originals.setPermissions("2024/2024-03-09", to: 0)
            let run = try await ProgramRun.run(
                .system("setpriv"), OrdinaryRights.arguments(.built("cleanup"), ["--report", "--json"]),
                environment: factory.environment(with: PasswordLogin.overNetwork), in: factory.root)
            try factory.originals.setPermissions("2024/2024-03-09", to: 0o755)
            #expect(run.exitCode == 1, "\(run.standardError)")
            #expect(
                run.standardOutput.contains("\"unknown\":0,\"gone\":0"), "what cannot be seen is not said to be gone")
            #expect(run.standardError.contains("cannot open the folder \(day)"), "\(run.standardError)")
        }
    }
}
