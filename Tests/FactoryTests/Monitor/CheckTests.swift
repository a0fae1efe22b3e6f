import TestSupport
import Testing

/// `service-monitor check`: one look, and an exit code for scripts.
struct CheckTests {
    /// How much room the disks of the machine have must not decide.
    @Test(.enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func allIsWell() async throws {
        try await withSmallFileSystem(kilobytes: 8192) { system in
            try await withInstallation(in: system.folder.path) { factory in
                let report = try await factory.check()
                #expect(report.exitCode == 0)
                #expect(report.lines.keys.sorted() == ["factory-db", "service-monitor"])
                #expect(report.state("factory-db").hasPrefix("OK Answers in "))
                #expect(report.state("service-monitor").hasPrefix("OK inbox and Storage: "))
                #expect(report.state("service-monitor").hasSuffix(" of 8.0 MiB free"))
                #expect(try await factory.heartbeat(of: "factory-db") == report.state("factory-db"))

                let run = try await ProgramRun.run(
                    .built("service-monitor"), ["check"], environment: factory.environment)
                #expect(run.exitCode == 0 && run.standardOutput.split(separator: "\n").count == 2)
                #expect(run.standardOutput.hasPrefix("factory-db: OK: Answers in "))
            }
        }
    }

    @Test(.enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func fullDiskIsAnError() async throws {
        try await withSmallFileSystem(kilobytes: 1024) { system in
            try await withInstallation(storageIn: system.folder.path) { factory in
                try system.folder.write([UInt8](repeating: 0, count: 1000 << 10), to: "filler")
                let report = try await factory.check()
                #expect(report.exitCode == 1)
                let state = report.state("service-monitor")
                #expect(state.hasPrefix("ERROR Storage (\(factory.storage.path)) is full but for "), "\(state)")
                #expect(state.contains(": make room"))
            }
        }
    }

    @Test(.enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func diskWithoutRoomForFilesIsAnError() async throws {
        try await withSmallFileSystem(kilobytes: 8192, files: 40) { system in
            try await withInstallation(storageIn: system.folder.path) { factory in
                let state = try await factory.check().state("service-monitor")
                #expect(state.contains("ERROR Storage (\(factory.storage.path)) has room for only "), "\(state)")
            }
        }
    }

    @Test func missingStorageIsAnError() async throws {
        try await withInstallation { factory in
            let report = try await factory.check(with: ["STORAGE": factory.root.path(of: "unplugged")])
            #expect(report.exitCode == 1)
            let state = report.state("service-monitor")
            #expect(state.hasPrefix("ERROR Storage ("), "\(state)")
            #expect(state.contains("cannot be looked at: No such file"), "\(state)")
        }
    }

    /// Looks and says so, though it can report it to nobody.
    @Test func databaseThatIsAwayIsAnError() async throws {
        try await withServedFactory { factory, server in
            try await server.stop()
            let report = try await factory.check()
            #expect(report.exitCode == 1)
            #expect(report.state("factory-db").hasPrefix("ERROR The database does not answer as it should: "))
            #expect(report.state("service-monitor").contains("inbox and Storage"))
        }
    }

    @Test func databaseThatHangsIsAnError() async throws {
        try await withServedFactory { factory, server in
            await server.pause()
            let report = try await factory.check()
            #expect(report.exitCode == 1)
            #expect(report.state("factory-db").hasPrefix("ERROR The database does not answer as it should: "))
            await server.resume()
        }
    }

    @Test func inboxOfASyncthingThatIsNotWatchedIsAWarning() async throws {
        try await withInstallation { factory in
            try factory.inbox.folder(".stfolder")
            let report = try await factory.check()
            #expect(report.exitCode == 1)
            #expect(report.state("service-monitor").contains("synced by Syncthing, which is not watched: set "))
        }
    }

    @Test(
        arguments: [
            ("SYNCTHING_URL", "localhost:8384"), ("SYNCTHING_URL", "ftp://secret"), ("HEARTBEAT_SECONDS", "0"),
            ("PGPORT", "none"),
        ])
    func badSettingIsNamed(key: String, value: String) async throws {
        try await withInstallation { factory in
            let run = try await ProgramRun.run(
                .built("service-monitor"), ["check", "--json"], environment: factory.environment(with: [key: value]))
            #expect(run.exitCode == 2 && run.standardOutput == "")
            #expect(run.standardError.hasPrefix("service-monitor: \(key) "), "\(run.standardError)")
            #expect(!run.standardError.contains("secret"))
        }
    }
}
