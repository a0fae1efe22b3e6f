import FactoryCore
import TestSupport
import Testing

@testable import backup

@Suite("Stopped in the middle")
struct KillTests {
    /// A photo that takes a while, at the rate of `slowly`.
    private static let bytes = (0..<(6 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    private static let slowly = ["BACKUP_BANDWIDTH": "1M", "HEARTBEAT_SECONDS": "1", "WORKER_LEASE_SECONDS": "3"]
    private static let place = "Originals/\(SampleLibrary.day)/large.jpg"

    /// Whether any program still works on the target.
    private func isBusy(_ library: SampleLibrary) async throws -> Bool {
        let path = library.target.path
        let pattern = "[\(path.prefix(1))]\(path.dropFirst())/Originals"
        let run = try await ProgramRun.run(
            .system("sh"), ["-c", "grep -las -- \"$0\" /proc/[0-9]*/cmdline", pattern])
        return run.exitCode == 0
    }

    private func check(_ library: SampleLibrary) async throws {
        try await eventually("rclone is gone as well") { try await !isBusy(library) }
        #expect(try await library.backedUp() == [])
        try await eventually("it is copied by the next one") { try await library.pass(replica: "two").done == 1 }
        #expect(try library.target.read(Self.place) == Self.bytes)
        #expect(try await library.backedUp() == ["large.jpg"])
        #expect(try await library.texts("SELECT state FROM factory.backups") == ["VERIFIED"])
    }

    @Test("by force: its rclone goes with it, and what it left is no copy")
    func killed() async throws {
        try await withLibrary { library in
            try await library.add("large.jpg", Self.bytes)
            try await withRunning(
                .built("backup"), ["run"], environment: library.environment.merging(Self.slowly) { $1 }
            ) { program in
                try await eventually("a part of it is there") { library.target.holds(Self.place) }
                await program.kill()
            }
            try await check(library)
        }
    }

    @Test("in order: rclone is ended, and the asset goes back at once")
    func stopped() async throws {
        try await withLibrary { library in
            try await library.add("large.jpg", Self.bytes)
            try await withRunning(
                .built("backup"), ["run"], environment: library.environment.merging(Self.slowly) { $1 }
            ) { program in
                try await eventually("a part of it is there") { library.target.holds(Self.place) }
                await program.terminate()
                let run = try await program.end(within: .seconds(60))
                #expect(run.exitCode == 0, "\(run)")
                #expect(try await library.texts("SELECT stage FROM factory.claims") == [])
            }
            try await check(library)
        }
    }

    @Test("While its target is away the service says so, and goes on when it is there")
    func heartbeat() async throws {
        try await withLibrary { library in
            try await library.add("a.jpg")
            try library.folder.rename("target", to: "away")
            let settings = [
                "HEARTBEAT_SECONDS": "1", "BACKUP_RESTORE_TEST_SAMPLE": "5", "BACKUP_RESTORE_TEST_HOUR": "0",
            ]
            try await withRunning(
                .built("backup"), ["run"], environment: library.environment.merging(settings) { $1 }
            ) { program in
                try await eventually("it says that the target is not there") {
                    try await library.texts(
                        """
                        SELECT status FROM system_status
                        WHERE service_name = 'backup' AND current_task LIKE 'the target is not there%'
                        """) == ["WARNING"]
                }
                await program.terminate()
                #expect(try await program.end(within: .seconds(60)).exitCode == 0)
            }
            try library.folder.rename("away", to: "target")
            try await library.retry()
            #expect(try await library.pass(replica: "two").done == 1)
            try await withRunning(
                .built("backup"), ["run"], environment: library.environment.merging(settings) { $1 }
            ) { program in
                try await eventually("it makes the day's restore test by itself") {
                    try await library.texts("SELECT state FROM factory.backups") == ["RESTORE TESTED"]
                }
                await program.terminate()
                #expect(try await program.end(within: .seconds(60)).exitCode == 0)
            }
        }
    }
}
