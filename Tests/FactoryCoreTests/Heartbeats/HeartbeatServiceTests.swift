import Logging
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing

@testable import FactoryCore

/// The service runs against a real server, which goes away and comes back by the link to its socket.
@Suite("The heartbeats of a service")
struct HeartbeatServiceTests {
    private let clock = SteppingClock()
    private let log = LogKeeper()

    @Test("are in the tables, beside the service and its interval, and the last says that it stopped")
    func steady() async throws {
        try await withScratchDatabase { scratch in
            try await whileBeating(scratch.settings, interval: .milliseconds(20)) {
                try await eventually("five are there") { try await history(scratch).count >= 5 }
            }
            try await expectWholeHistory(scratch)
            #expect(try await tables(scratch).services() == ["tester 1 tries things"])
            #expect(log.lines == [])
        }
    }

    @Test("are kept with their true times while the database is away, and written when it returns")
    func outageAtTheStart() async throws {
        try await withServerByLink { scratch, link in
            try link.cut()
            try await whileBeating(link.settings, interval: .milliseconds(100)) {
                try await eventually("several wait") { clock.count >= 8 }
                #expect(try await history(scratch) == [])
                try link.mend()
                try await eventually("they are written") { try await history(scratch).count >= 8 }
            }
            try await expectWholeHistory(scratch)
            #expect(log.lines.count == 1, "one outage, one warning: \(log.lines)")
        }
    }

    @Test("go on after the server was lost in the middle, without a hole")
    func outageInTheMiddle() async throws {
        try await withServerByLink { scratch, link in
            try await whileBeating(link.settings, interval: .milliseconds(100)) {
                try await eventually("two are there") { try await history(scratch).count >= 2 }
                try link.cut()
                try await scratch.breakConnections()
                let (written, seen) = (try await history(scratch).count, clock.count)
                try await eventually("more wait") { clock.count >= seen + 4 }
                #expect(try await history(scratch).count == written)
                try link.mend()
                try await eventually("they are written") { try await history(scratch).count >= written + 4 }
            }
            try await expectWholeHistory(scratch)
            #expect(log.lines.count == 1, "one outage, one warning: \(log.lines)")
        }
    }

    /// A minute passes by the service's clock whenever it beats.
    @Test("show an hour of outage minute by minute, as it was")
    func outageOfAnHour() async throws {
        try await withServerByLink { scratch, link in
            try link.cut()
            try await whileBeating(link.settings, interval: .milliseconds(10)) {
                try await eventually("an hour has passed") { clock.count > 60 }
                #expect(try await history(scratch) == [])
                try link.mend()
                try await eventually("all is written") { try await history(scratch).count > 60 }
            }
            try await expectWholeHistory(scratch)
            let minutes = try await history(scratch).prefix(61).map { $0.split(separator: " ")[2] }
            #expect(minutes == (0...60).map { SteppingClock.time($0).sqlText.dropLast(7).split(separator: " ")[1] })
        }
    }

    @Test("come at once when the status changes, not only at their interval")
    func change() async throws {
        try await withScratchDatabase { scratch in
            let status = Mutex(ServiceStatus.ok)
            try await whileBeating(
                scratch.settings, interval: .seconds(3600), glance: .milliseconds(10),
                health: { ServiceHealth(status: status.withLock { $0 }, task: "Beating") }
            ) {
                try await eventually("the first is there") { try await history(scratch).count == 1 }
                status.withLock { $0 = .error }
                try await eventually("the change is there") { try await history(scratch).count == 2 }
                try await Task.sleep(for: .milliseconds(100))
                #expect(try await history(scratch).count == 2)
            }
            let states = try await history(scratch).map { $0.split(separator: " ")[0] }
            #expect(states == ["OK", "ERROR", "OK"], "the last says that it has stopped")
        }
    }

    @Test("do not hold up a stop while the database is away")
    func stopDuringOutage() async throws {
        try await withServerByLink { _, link in
            try link.cut()
            var toldToStop = ContinuousClock.now
            try await whileBeating(link.settings, interval: .seconds(60)) {
                try await eventually("the first waits") { !log.lines.isEmpty }
                toldToStop = .now
            }
            // What a supervisor waits before it kills.
            #expect(ContinuousClock.now - toldToStop < .seconds(10))
        }
    }

    @Test("are noted for the health check, also while the database is away")
    func noted() async throws {
        try await withServerByLink { _, link in
            try link.cut()
            try await withTemporaryFolder { folder in
                let health = HealthFolder(path: folder.path)
                let begin = SystemClock.awake
                try await whileBeating(
                    link.settings, interval: .seconds(60), folder: health,
                    health: { ServiceHealth(status: .warning, task: "Stuck", isHanging: true) }
                ) {
                    try await eventually("it is noted") { try !health.notes().isEmpty }
                    let note = try #require(try health.notes()["tester"] ?? nil)
                    #expect(note.isHanging && note.task == "Stuck")
                    #expect(note.awake >= begin - .milliseconds(1) && note.awake <= SystemClock.awake)
                }
            }
        }
    }

    @Test("go on where they cannot be noted, which is said once")
    func notNoted() async throws {
        try await withScratchDatabase { scratch in
            try await whileBeating(
                scratch.settings, interval: .milliseconds(20), folder: HealthFolder(path: "/nowhere/health")
            ) {
                try await eventually("five are there") { try await history(scratch).count >= 5 }
            }
            #expect(log.lines.count == 1, "\(log.lines)")
        }
    }

    /// Every beat that the clock gave a time to is in history once, in order, and the last is the status.
    private func expectWholeHistory(_ scratch: ScratchDatabase) async throws {
        let times = (0..<clock.count).map { SteppingClock.time($0).sqlText.dropLast(7) }
        let expected = times.enumerated().map { index, time in
            index == clock.count - 1 ? "OK \(time) Stopped" : "WARNING \(time) Beating"
        }
        #expect(try await history(scratch) == expected)
        #expect(try await tables(scratch).status() == expected.suffix(1))
    }

    private func whileBeating(
        _ settings: ConnectionSettings, interval: Duration, glance: Duration? = nil, folder: HealthFolder? = nil,
        health: @escaping @Sendable () async -> ServiceHealth = { ServiceHealth(status: .warning, task: "Beating") },
        _ body: () async throws -> Void
    ) async throws {
        let service = HeartbeatService(
            name: "tester", description: "tries things", interval: interval, glance: glance,
            database: Database(settings, applicationName: "test"), folder: folder, clock: clock, logger: log.logger,
            health: health)
        let group = ServiceGroup(services: [service], logger: log.logger)
        async let running: Void = group.run()
        do {
            try await body()
        } catch {
            await group.triggerGracefulShutdown()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await running
    }

    private func withServerByLink(_ body: (ScratchDatabase, ServerLink) async throws -> Void) async throws {
        try await withScratchDatabase { scratch in
            try await withTemporaryFolder { folder in
                let link = ServerLink(folder: folder, scratch: scratch)
                try link.mend()
                try await body(scratch, link)
            }
        }
    }

    private func history(_ scratch: ScratchDatabase) async throws -> [String] {
        try await tables(scratch).history()
    }

    private func tables(_ scratch: ScratchDatabase) async throws -> HeartbeatTables {
        HeartbeatTables(connection: try await scratch.connect())
    }
}
