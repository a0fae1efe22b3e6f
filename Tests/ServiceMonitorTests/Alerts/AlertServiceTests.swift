import FactoryCore
import TestSupport
import Testing

@testable import service_monitor

/// Against a real database and a real web server.
@Suite("Somebody is told when a light turns")
struct AlertServiceTests {
    private static let red = "Photo Factory: librarian is red"
    private static let green = "Photo Factory: librarian is green again"
    @Test("red once, green again once, and a restart repeats neither")
    func changes() async throws {
        try await withAlertSite { site in
            try await site.beat(at: 0)
            try await site.beatForGood("syncthing")
            try await site.whileWatching {
                try await site.pass(until: "red is told") { try !site.titles().isEmpty }
                try await site.passTime()
                #expect(try site.titles() == [Self.red])
            }
            #expect(try await site.announced() == ["librarian red"])
            try await site.whileWatching {
                try await site.passTime()
                #expect(try site.titles() == [Self.red])
                try await site.beatForGood()
                try await site.pass(until: "green is told") { try site.titles().count > 1 }
                try await site.passTime()
                #expect(try site.titles() == [Self.red, Self.green])
            }
            try await site.whileWatching { try await site.passTime() }
            #expect(try site.titles() == [Self.red, Self.green])
            #expect(try await site.announced() == ["librarian green"])
            let body = try #require(try site.server.requests().first?.body)
            #expect(body == "No heartbeat since 2026-11-28 05:12 UTC (interval 60 s). It last said: Filing")
        }
    }

    @Test("by what a probe found, also while the database is away, of which nothing else is known then")
    func outage() async throws {
        try await withAlertSite { site in
            try await site.beat(at: 0)
            try await site.scratch.close()
            site.board.note("factory-db", Self.probe(.error))
            try await site.whileWatching {
                try await site.pass(until: "red is told") { try !site.titles().isEmpty }
                try await site.passTime()
                #expect(try site.titles() == ["Photo Factory: factory-db is red"])
                try await site.scratch.open()
                site.board.note("factory-db", Self.probe(.ok))
                try await site.beatForGood()
                try await site.pass(until: "green is told") { try site.titles().count > 1 }
                try await site.pass(until: "it is in the table") { try await site.announced() == ["factory-db green"] }
            }
            #expect(
                try site.titles() == ["Photo Factory: factory-db is red", "Photo Factory: factory-db is green again"])
        }
    }

    @Test("although the server fails at first; the monitor says so meanwhile")
    func failing() async throws {
        try await withAlertSite { site in
            try site.server.set(mood: "503")
            try await site.beat(at: 0)
            try await site.whileWatching {
                try await site.pass(until: "the monitor complains") { !Self.isContent(site) }
                #expect(try site.titles().count >= 3)
                #expect(try await site.announced() == [])
                try site.server.set(mood: nil)
                try await site.pass(until: "it is content") { Self.isContent(site) }
                let count = try site.titles().count
                try await site.passTime()
                #expect(try site.titles().count == count)
                #expect(try await site.announced() == ["librarian red"])
            }
        }
    }

    @Test("hourly at most, when the server refuses it; others are told at once")
    func refused() async throws {
        try await withAlertSite { site in
            try site.server.set(mood: "403")
            try await site.beat(at: 0)
            try await site.whileWatching {
                try await site.pass(until: "it was tried") { try !site.titles().isEmpty }
                try await site.pass(until: "the monitor complains") { !Self.isContent(site) }
                for _ in 0..<50 { try await Task.sleep(for: .milliseconds(10)) }
                #expect(try site.titles() == [Self.red])
                try await site.beatForGood("syncthing", .error)
                try await site.pass(until: "the other was tried") { try site.titles().count == 2 }
                try site.server.set(mood: nil)
                try await site.pass(until: "both are told") { try await site.announced().count == 2 }
                #expect(try site.titles().count == 4)
                #expect(Self.isContent(site))
            }
        }
    }

    @Test("and not at all, when it is green before the server takes it")
    func overtaken() async throws {
        try await withAlertSite { site in
            try site.server.set(mood: "500")
            try await site.beat(at: 0)
            try await site.whileWatching {
                try await site.pass(until: "the monitor complains") { !Self.isContent(site) }
                try await site.beatForGood()
                try await site.pass(until: "it is content") { Self.isContent(site) }
                try site.server.set(mood: nil)
                let count = try site.titles().count
                try await site.passTime()
                #expect(try site.titles().count == count)
            }
            #expect(try await site.announced() == [])
        }
    }

    @Test("once it is known what was told before: a database without its tables is waited for")
    func noTable() async throws {
        try await withAlertSite { site in
            try await site.beat(at: 0)
            let connection = try await site.scratch.connect()
            try await connection.execute("ALTER TABLE factory.alerts RENAME TO away")
            try await site.whileWatching {
                try await site.passTime()
                #expect(try site.titles() == [])
                try await connection.execute("ALTER TABLE factory.away RENAME TO alerts")
                try await site.pass(until: "red is told") { try !site.titles().isEmpty }
            }
        }
    }

    @Test("A server that hangs does not hold up a stop")
    func hanging() async throws {
        try await withAlertSite { site in
            try site.server.set(mood: "hang")
            try await site.beat(at: 0)
            var toldToStop = ContinuousClock.now
            try await site.whileWatching {
                try await site.pass(until: "it was tried") { try !site.titles().isEmpty }
                toldToStop = .now
            }
            #expect(ContinuousClock.now - toldToStop < .seconds(5))
            #expect(try await site.announced() == [])
        }
    }

    private static func isContent(_ site: AlertSite) -> Bool {
        site.deliveries.judge(ServiceHealth(status: .ok, task: "")).status == .ok
    }

    private static func probe(_ status: ServiceStatus) -> ProbeReport {
        ProbeReport(
            health: ServiceHealth(status: status, task: "no answer"), time: start, interval: .seconds(1_000_000_000))
    }
}
