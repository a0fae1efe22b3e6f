import FactoryCore
import TestSupport
import Testing

/// What the monitor says of a real Syncthing.
struct SyncthingWatchTests {
    private func report(
        _ share: (Installation) -> SyncthingShare, with changes: (OwnSyncthing) -> [String: String] = { _ in [:] }
    ) async throws -> MonitorReport {
        try await withInstallation { factory in
            try await withSyncthing([share(factory)]) { syncthing in
                let settings = Installation.settings(for: syncthing).merging(changes(syncthing)) { $1 }
                return try await factory.check(with: settings)
            }
        }
    }

    @Test(
        arguments: [
            ("receiveencrypted", "is Receive Encrypted, and what arrives cannot be read: remove it in Syncthing"),
            ("sendonly", "is Send Only, and every photo that is filed would be deleted on the phone: in Syncthing"),
        ])
    func otherTypesAreErrors(type: String, words: String) async throws {
        let report = try await report { SyncthingShare(path: $0.inbox.path, type: type) }
        #expect(report.exitCode == 1)
        #expect(report.state("syncthing").hasPrefix("ERROR Syncthing's folder “Pixel” \(words)"))
    }

    @Test func pausedFolderIsAWarning() async throws {
        let report = try await report {
            SyncthingShare(path: $0.inbox.path, type: "receiveonly", isPaused: true)
        }
        #expect(report.exitCode == 1)
        #expect(report.state("syncthing").hasPrefix("WARNING Syncthing's folder “Pixel” is paused: "))
    }

    @Test func inboxThatNoFolderHoldsIsAWarning() async throws {
        let report = try await report { SyncthingShare(path: $0.root.path(of: "elsewhere"), type: "receiveonly") }
        #expect(report.exitCode == 1)
        #expect(report.state("syncthing").hasPrefix("WARNING none of Syncthing's folders is /"))
    }

    /// As another container may see it.
    @Test func folderIsFoundWhereSyncthingSeesIt() async throws {
        try await withTemporaryFolder { elsewhere in
            let report = try await report(
                { _ in SyncthingShare(path: elsewhere.path, type: "receiveonly") },
                with: { _ in ["SYNCTHING_INBOX": elsewhere.path] })
            #expect(report.state("syncthing").hasPrefix("OK "), "\(report.lines)")
        }
    }

    @Test func keyIsReadFromItsOwnConfiguration() async throws {
        let report = try await report(
            { SyncthingShare(path: $0.inbox.path, type: "receiveonly") },
            with: { ["SYNCTHING_API_KEY": "", "SYNCTHING_API_KEY_FILE": $0.configurationFile] })
        #expect(report.state("syncthing").hasPrefix("OK Syncthing v"), "\(report.lines)")
        #expect(report.state("syncthing").contains("; “Pixel” Receive Only, "))
    }

    @Test(arguments: ["wrong", ""]) func refusedKeyIsSaidInOneSentence(key: String) async throws {
        let report = try await report(
            { SyncthingShare(path: $0.inbox.path, type: "receiveonly") }, with: { _ in ["SYNCTHING_API_KEY": key] })
        #expect(report.exitCode == 1)
        let state = report.state("syncthing")
        #expect(state.hasPrefix("ERROR Syncthing at 127.0.0.1:") && state.contains("refuses the API key (403)"))
        #expect(!state.contains("wrong"))
    }
}
