import FactoryCore

/// Decides how the database is from what it answered.
enum DatabaseRules {
    private static let slow: Duration = .seconds(1)
    /// So many hundredths of the connections in use, and soon a service is turned away.
    private static let crowded = 90

    static func health(_ server: ServerStatistics, latency: Duration) -> ServiceHealth {
        let facts = """
            \(ByteText.text(server.databaseBytes)), \(server.connections) of \(server.maximumConnections) connections, \
            PostgreSQL \(server.version)
            """
        let milliseconds = "\(max(1, Int(latency / .milliseconds(1)))) ms"
        if server.isReadOnly {
            return ServiceHealth(status: .error, task: "The database takes no rows, it is read-only (\(facts))")
        }
        if latency >= slow {
            return ServiceHealth(
                status: .warning, task: "The database is slow: it took \(milliseconds) to answer (\(facts))")
        }
        if server.connections * 100 >= server.maximumConnections * crowded {
            return ServiceHealth(status: .warning, task: "The database has hardly any connection left (\(facts))")
        }
        return ServiceHealth(status: .ok, task: "Answers in \(milliseconds): \(facts)")
    }

    /// Of a database that answers and is empty.
    static let withoutTables = ServiceHealth(
        status: .warning,
        task: "The database has no tables yet: the first start of the librarian, or migrate, makes them")

    static func health(_ error: any Error) -> ServiceHealth {
        ServiceHealth(status: .error, task: "The database does not answer as it should: \(error)")
    }
}
