import FactoryCore
import Glibc
import TestSupport
import Testing

/// What takes long is given up when the librarian is told to stop, and nothing half-done stays. A service that stops has
/// done its work; a pass has not.
struct StoppingTests {
    /// Of a file without content: large enough to be met in the middle of its copy.
    private static let size = 3 << 30

    private static let lacksRoom = "This needs /dev/shm to be another file system with 6 GB of room."

    /// A file that is not stopped is copied as a whole.
    private static let hasRoom: Bool = {
        var system = statvfs()
        return OtherFileSystem.isPresent && statvfs(OtherFileSystem.path, &system) == 0
            && system.f_bavail * system.f_frsize > 2 * UInt(size)
    }()

    @Test(.enabled(if: hasRoom, "\(lacksRoom)"), arguments: [("ingest", Int32(1)), ("run", 0)])
    func copyToAnotherFileSystemIsGivenUp(command: String, exitCode: Int32) async throws {
        try await withInstallation(storageIn: OtherFileSystem.path) { factory in
            let photo = SamplePhoto("large", taken: "2018:07:06 05:04:03").bytes()
            try factory.inbox.write(photo, to: "large.jpg")
            try #require(truncate(factory.inbox.path(of: "large.jpg"), Self.size) == 0)
            let before = try #require(factory.inbox.facts("large.jpg"))
            let copies = TestFolder(factory.storage.path(of: ".incoming/librarian"))

            try await withRunning(
                .built("librarian"), [command, "--quiet-seconds", "0"], environment: factory.environment,
                in: factory.root
            ) { librarian in
                try await eventually("the copy has begun", within: .seconds(240)) {
                    copies.entries().contains { (copies.facts($0)?.size ?? 0) > 1 << 20 }
                }
                await librarian.terminate()
                let run = try await librarian.end(within: .seconds(10))
                #expect(run.exitCode == exitCode, "\(run.standardError)")
            }

            let after = try #require(factory.inbox.facts("large.jpg"))
            #expect(after.inode == before.inode && after.size == Self.size && after.modified == before.modified)
            #expect(copies.entries() == [])
            #expect(try factory.originals.files() == [])
            #expect(try await factory.ledger().isEmpty)
        }
    }

    @Test func passThatWaitsForQuietEnds() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(SamplePhoto("fresh", taken: "2018:07:06 05:04:03").bytes(), to: "fresh.jpg")
            try await withRunning(
                .built("librarian"), ["ingest", "--json", "--quiet-seconds", "3600"], environment: factory.environment,
                in: factory.root
            ) { librarian in
                try await eventually("the pass begins") { try await hasBegun(factory) }
                try await Task.sleep(for: .milliseconds(500))
                await librarian.terminate()
                let report = try IngestReport(await librarian.end(within: .seconds(10)))
                #expect(report.exitCode == 1)
                #expect(report.counts.seen == 1 && report.counts.pending == 1)
            }
            #expect(try factory.inboxFiles() == ["fresh.jpg"])
        }
    }

    /// A pass begins as soon as the journal has been compared with the database.
    private func hasBegun(_ factory: Installation) async throws -> Bool {
        let positions: SQL = "SELECT line FROM factory.journal_positions"
        return try await !factory.database.connect().query(positions) { try $0.int(0) }.isEmpty
    }
}
