import FactoryCore
import Testing

@testable import service_monitor

@Suite("How the database is")
struct DatabaseRulesTests {
    private func health(
        connections: Int = 12, of maximum: Int = 100, isReadOnly: Bool = false,
        after latency: Duration = .milliseconds(7)
    ) -> ServiceHealth {
        let server = ServerStatistics(
            version: "15.18", databaseBytes: 3 << 20, connections: connections, maximumConnections: maximum,
            isReadOnly: isReadOnly)
        return DatabaseRules.health(server, latency: latency)
    }

    private static let facts = "3.0 MiB, 12 of 100 connections, PostgreSQL 15.18"

    @Test("Well, in how much time")
    func fine() {
        #expect(health() == ServiceHealth(status: .ok, task: "Answers in 7 ms: \(Self.facts)"))
        #expect(health(after: .microseconds(20)).task.hasPrefix("Answers in 1 ms: "))
        #expect(health(after: .milliseconds(999)).status == .ok)
    }

    @Test("Slow from a second on")
    func slow() {
        let words = "The database is slow: it took 1000 ms to answer (\(Self.facts))"
        #expect(health(after: .seconds(1)) == ServiceHealth(status: .warning, task: words))
    }

    @Test("Crowded from nine tenths of its connections on")
    func crowded() {
        #expect(health(connections: 89).status == .ok)
        let crowded = health(connections: 90)
        #expect(crowded.status == .warning && crowded.task.hasPrefix("The database has hardly any connection left"))
        #expect(health(connections: 9, of: 10).status == .warning)
    }

    @Test("Of no use where it takes no rows, whatever else it is")
    func readOnly() {
        let found = health(connections: 100, isReadOnly: true, after: .seconds(5))
        #expect(found.status == .error && found.task.hasPrefix("The database takes no rows, it is read-only ("))
    }

    @Test("An error is told with its reason")
    func failure() {
        let found = DatabaseRules.health(StartupError("gone"))
        #expect(found == ServiceHealth(status: .error, task: "The database does not answer as it should: gone"))
    }
}
