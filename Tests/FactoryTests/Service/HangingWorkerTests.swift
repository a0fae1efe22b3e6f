import FactoryCore
import TestSupport
import Testing

/// A worker that hangs must not look alive: the heartbeat has a thread of its own, and says what it sees.
struct HangingWorkerTests {
    private func states(_ factory: Installation) async throws -> [(status: String, task: String)] {
        try await factory.database.connect().query(
            """
            SELECT status, current_task FROM system_status_history
            WHERE service_name = 'librarian' ORDER BY heartbeat_timestamp, id
            """
        ) { (try $0.string(0), try $0.string(1)) }
    }

    /// Calls of different threads: a worker that reads, and the one that files.
    @Test(arguments: ["pread", "renameat2", "fdatasync"])
    func lightTurnsAndTurnsBack(call: String) async throws {
        try await withInstallation { factory in
            #expect(try await factory.ingest().exitCode == 0)
            let path = call == "fdatasync" ? "jsonl" : "IMG_1.jpg"
            let plan = FaultPlan(
                [.once(call, on: path, .waits(for: factory.root.path(of: "go on")))], in: factory.root)
            let environment = try plan.environment().merging(["HEARTBEAT_SECONDS": "1"]) { $1 }
            try await factory.whileServing(with: environment) { _ in
                try factory.inbox.write(SamplePhoto("1").bytes(), to: "IMG_1.jpg")
                try await eventually("the worker hangs") { try !plan.hits().isEmpty }
                try await eventually("the light turns") { try await states(factory).last?.status == "WARNING" }
                let warning = try #require(try await states(factory).last).task
                #expect(warning.hasPrefix("Files are waiting and nothing has moved since "), "\(warning)")
                #expect(warning.contains("waiting, the oldest for "), "\(warning)")

                try factory.root.write([], to: "go on")
                try await eventually("the light turns back and the photo is filed") {
                    guard try await factory.ledger().count == 1 else { return false }
                    return try await states(factory).last?.status == "OK"
                }
            }
        }
    }
}
