import FactoryCore
import Logging
import ServiceLifecycle
import TestSupport

@testable import service_monitor

/// A database with heartbeats, and a web server that is told of alerts; time passes when the test says so.
struct AlertSite {
    let scratch: ScratchDatabase
    let server: WebServer
    let clock = AdjustableClock(start)
    let board = ProbeBoard()
    let deliveries = DeliveryBoard()

    /// Runs the alert service, and stops it in order.
    func whileWatching(_ body: () async throws -> Void) async throws {
        let environment = ["ALERT_URL": server.url("topic")]
        guard let settings = try AlertSettings(Settings(flags: [:], environment: environment)) else { return }
        let service = AlertService(
            settings, database: Database(scratch.settings, applicationName: "test alerts"), board: board,
            deliveries: deliveries, clock: clock, logger: Self.logger, rest: .milliseconds(5),
            backoff: Backoff(first: .milliseconds(10), limit: .milliseconds(20)))
        let group = ServiceGroup(services: [service], logger: Self.logger)
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

    /// Lets time pass in steps of some seconds, with looks in between, until it comes true.
    func pass(until what: String, _ condition: () async throws -> Bool) async throws {
        try await eventually(what) {
            clock.move(seconds: 15)
            return try await condition()
        }
    }

    /// Lets an hour or so pass, with looks in between.
    func passTime() async throws {
        for _ in 0..<60 {
            clock.move(seconds: 60)
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// What the service said last, `second` seconds after the start.
    func beat(_ service: String = "librarian", _ status: ServiceStatus = .ok, at second: Int) async throws {
        try await scratch.connect().execute(
            """
            INSERT INTO system_status (service_name, last_heartbeat, status, current_task)
            VALUES (\(service), \(moment(second))::timestamp, \(status.rawValue), 'Filing')
            ON CONFLICT (service_name) DO UPDATE
            SET last_heartbeat = excluded.last_heartbeat, status = excluded.status
            """)
    }

    /// What the service says now, and does not have to say again as long as the test runs.
    func beatForGood(_ service: String = "librarian", _ status: ServiceStatus = .ok) async throws {
        try await scratch.connect().execute(
            "UPDATE factory.services SET heartbeat_seconds = 1000000000 WHERE name = \(service)")
        try await beat(service, status, at: Int(clock.now.duration(since: moment(0)).components.seconds))
    }

    /// The titles of all that the server was told, in order.
    func titles() throws -> [String] {
        try server.requests().map { $0.headers["title"] ?? "?" }
    }

    /// What the table of announcements says.
    func announced() async throws -> [String] {
        try await scratch.connect().query("SELECT service_name || ' ' || light FROM factory.alerts ORDER BY 1") {
            try $0.string(0)
        }
    }

    private static var logger: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

/// Lends such a site.
func withAlertSite(_ body: (AlertSite) async throws -> Void) async throws {
    try await withScratchDatabase { scratch in
        try await withWebServer { server in
            try await body(AlertSite(scratch: scratch, server: server))
        }
    }
}
