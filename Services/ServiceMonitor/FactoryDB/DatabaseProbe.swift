import FactoryCore

/// Asks the database a real question.
struct DatabaseProbe: Probe {
    /// How long the answer may take.
    private static let patience: Duration = .seconds(10)

    let name = "factory-db"
    let description = "the PostgreSQL database"
    private let database: Database

    init(_ settings: ConnectionSettings) {
        database = Database(settings, applicationName: "service-monitor probe", limit: Self.patience)
    }

    func look() async -> ServiceHealth {
        do {
            let (server, latency) = try await database.use { connection -> (ServerStatistics?, Duration) in
                guard try await connection.query(ServerStatistics.hasTables, { try $0.bool(0) }).first == true else {
                    return (nil, .zero)
                }
                let start = ContinuousClock.now
                let server = try await connection.query(ServerStatistics.find) { try ServerStatistics($0) }.first
                return (server, ContinuousClock.now - start)
            }
            guard let server else { return DatabaseRules.withoutTables }
            return DatabaseRules.health(server, latency: latency)
        } catch {
            return DatabaseRules.health(error)
        }
    }
}
