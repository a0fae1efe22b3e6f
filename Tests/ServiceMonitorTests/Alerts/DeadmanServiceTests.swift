import Logging
import ServiceLifecycle
import TestSupport
import Testing

@testable import service_monitor

@Suite("The dead man's switch")
struct DeadmanServiceTests {
    @Test("is called at the start and at each interval")
    func calls() async throws {
        try await withWebServer { server in
            try await whileCalling(server, interval: .milliseconds(50), retry: .seconds(100)) {
                try await eventually("it was called") { try server.requests().count >= 3 }
            }
            #expect(try server.requests().allSatisfy { $0.method == "GET" && $0.path == "/ping/id" })
        }
    }

    @Test("is called again soon after a failure")
    func failures() async throws {
        try await withWebServer { server in
            try server.set(mood: "500")
            try await whileCalling(server, interval: .seconds(100), retry: .milliseconds(50)) {
                try await eventually("it was tried") { try server.requests().count >= 3 }
                try server.set(mood: nil)
                let count = try server.requests().count
                try await eventually("it was called") { try server.requests().count > count }
            }
        }
    }

    private func whileCalling(
        _ server: WebServer, interval: Duration, retry: Duration, _ body: () async throws -> Void
    ) async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let service = DeadmanService(url: server.url("ping/id"), logger: logger, interval: interval, retry: retry)
        let group = ServiceGroup(services: [service], logger: logger)
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
}
