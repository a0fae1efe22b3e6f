import FactoryCore
import TestSupport
import Testing

/// What the health check of a container says, which is a process of its own beside the service.
struct HealthCommandTests {
    private func health(_ program: String, _ environment: [String: String]) async throws -> ProgramRun {
        try await ProgramRun.run(.built(program), ["health"], environment: environment)
    }

    @Test("Librarian and monitor are well also while the database is away")
    func withoutDatabase() async throws {
        try await withInstallation { factory in
            // Inbox and Storage know each other then.
            #expect(try await factory.ingest().exitCode == 0)
            let changes = try ["HEALTH_FOLDER": factory.root.folder("health").path, "PGHOST": "/nowhere"]
            let before = try await health("librarian", changes)
            #expect(before.exitCode == 1 && before.standardError == "nothing has reported yet\n")
            try await factory.whileServing(with: changes) { _ in
                try await eventually("the librarian is well") {
                    try await health("librarian", changes).exitCode == 0
                }
                try await factory.whileMonitoring(with: changes) { _ in
                    try await eventually("the monitor notes for all") {
                        Set(try TestFolder(factory.root.path(of: "health")).files()).isSuperset(
                            of: ["librarian", "service-monitor", "factory-db"])
                    }
                    #expect(try await health("service-monitor", changes).exitCode == 0)
                }
            }
        }
    }

    @Test("A librarian that waits for its folders is well: a restart would change nothing")
    func obstacle() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(SamplePhoto("filed").bytes(), to: "filed.jpg")
            #expect(try await factory.ingest().exitCode == 0)
            try factory.inbox.remove(Installation.idFile)
            let changes = try ["HEALTH_FOLDER": factory.root.folder("health").path, "HEARTBEAT_SECONDS": "1"]
            try await factory.whileServing(with: changes) { _ in
                try await eventually("it says what it waits for") {
                    try await factory.heartbeat().hasPrefix("ERROR")
                }
                #expect(try await health("librarian", changes).exitCode == 0)
            }
        }
    }

    @Test("A librarian whose work hangs is not, until it moves again")
    func hanging() async throws {
        try await withInstallation { factory in
            #expect(try await factory.ingest().exitCode == 0)
            let plan = FaultPlan(
                [.once("renameat2", on: "IMG_1.jpg", .waits(for: factory.root.path(of: "go on")))], in: factory.root)
            let folder = ["HEALTH_FOLDER": try factory.root.folder("health").path]
            let environment = try plan.environment().merging(folder.merging(["HEARTBEAT_SECONDS": "1"]) { $1 }) { $1 }
            try await factory.whileServing(with: environment) { _ in
                try factory.inbox.write(SamplePhoto("1").bytes(), to: "IMG_1.jpg")
                try await eventually("the check says that it hangs") {
                    let check = try await health("librarian", folder)
                    return check.exitCode == 1 && check.standardError.hasPrefix("librarian hangs: Files are waiting")
                }
                try factory.root.write([], to: "go on")
                try await eventually("it is well again") { try await health("librarian", folder).exitCode == 0 }
            }
        }
    }

    @Test("Without the folder, or with one that is not there, it says so")
    func settings() async throws {
        let unset = try await health("librarian", [:])
        #expect(unset.exitCode == 2)
        #expect(unset.standardError == "health: HEALTH_FOLDER is not set, so the service notes nothing\n")
        let missing = try await health("service-monitor", ["HEALTH_FOLDER": "/nowhere/health"])
        #expect(missing.exitCode == 2)
        #expect(missing.standardError.hasPrefix("health: cannot open the folder /nowhere/health"))
    }
}
