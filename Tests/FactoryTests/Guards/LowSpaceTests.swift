import FactoryCore
import TestSupport
import Testing

/// Below the floor nothing is begun; above it filing goes on.
struct LowSpaceTests {
    private let photo = SamplePhoto("waits", taken: "2021:02:03 04:05:06").bytes()

    @Test(.enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func nothingIsBegunInAStorageThatIsNearlyFull() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "photo.jpg")
            let refused = try await ingest(factory, free: "100k")
            #expect(refused.exitCode == 2)
            #expect(refused.standardError.contains("100 KiB free, less than the 204 KiB that must stay"))
            #expect(try factory.inbox.files() == ["photo.jpg"])
            #expect(try await factory.vaultIDs()[0] == "")
            let allowed = try await ingest(factory, free: "100k", with: ["LIBRARIAN_FREE_MEGABYTES": "0"])
            #expect(try IngestReport(allowed).counts.filed == 1, "\(allowed.standardError)")
        }
    }

    @Test func ownFloorStopsTheServiceWithAHeartbeat() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "photo.jpg")
            let changes = ["LIBRARIAN_FREE_MEGABYTES": "1000000000", "HEARTBEAT_SECONDS": "1"]
            try await factory.whileServing(with: changes) { _ in
                try await eventually("a heartbeat says what is wrong") {
                    try await factory.heartbeat().hasPrefix(
                        "ERROR Nothing is filed: STORAGE (\(factory.storage.path)) has")
                }
            }
            #expect(try factory.inboxFiles() == ["photo.jpg"] && factory.storage.entries() == [])
        }
    }

    /// One pass with a Storage of 4 MB in memory, in which only `free` is left.
    private func ingest(
        _ factory: Installation, free: String, with changes: [String: String] = [:]
    ) async throws -> ProgramRun {
        let mounts = """
            mount -t tmpfs -o size=4m factory-test '\(factory.storage.path)'
            fallocate -l $((4096 - \(free.dropLast())))k '\(factory.storage.path)/filler'
            """
        let arguments = try MountNamespace.arguments(
            mounts: mounts, .built("librarian"), ["ingest", "--json", "--quiet-seconds", "0"])
        return try await ProgramRun.run(
            .system("unshare"), arguments, environment: factory.environment(with: changes), in: factory.root)
    }
}
