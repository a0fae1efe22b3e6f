import TestSupport
import Testing

/// Inbox and Storage on file systems of their own: no rename leads from one to the other.
struct MountTests {
    @Test(.enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"))
    func photoIsCopiedToAnotherFileSystem() async throws {
        try await withInstallation(storageIn: OtherFileSystem.path) { factory in
            let arrived = try await dropPhotos(into: factory)

            let report = try await factory.ingest()

            #expect(report.counts.filed == arrived.count)
            try await expectMoved(factory, arrived)
        }
    }

    @Test(.enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func twoBindMountsOfOneFileSystemAreTwoFileSystems() async throws {
        try await withInstallation { factory in
            let arrived = try await dropPhotos(into: factory)
            let mounts = [factory.inbox, factory.storage].map { "mount --bind '\($0.path)' '\($0.path)'" }
            let arguments = try MountNamespace.arguments(
                mounts: mounts.joined(separator: "\n"), .built("librarian"),
                ["ingest", "--json", "--quiet-seconds", "0"])

            let run = try await ProgramRun.run(
                .system("unshare"), arguments, environment: factory.environment, in: factory.root)

            #expect(try IngestReport(run).counts.filed == arrived.count)
            try await expectMoved(factory, arrived)
        }
    }

    /// Two small photos and one of several megabytes; returns their digests.
    private func dropPhotos(into factory: Installation) async throws -> [String] {
        for (name, padding) in [("a.jpg", 0), ("b.jpg", 10), ("large.jpg", 5_000_000)] {
            let photo = SamplePhoto(name, taken: "2018:07:06 05:04:03", padding: padding)
            try factory.inbox.write(photo.bytes(), to: name)
            try factory.inbox.setModified(name, to: 1_530_853_443)
        }
        return try await Conservation.arrivals(in: factory.inbox)
    }

    private func expectMoved(_ factory: Installation, _ arrived: [String]) async throws {
        #expect(try factory.inboxFiles() == [])
        #expect(try factory.originals.files() == ["a.jpg", "b.jpg", "large.jpg"].map { "2018/2018-07-06/\($0)" })
        #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        let facts = try #require(factory.originals.facts("2018/2018-07-06/large.jpg"))
        #expect(facts.permissions == 0o444)
        #expect(facts.modified == 1_530_853_443)
    }
}
