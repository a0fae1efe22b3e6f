import FactoryCore

/// What the tables say about heartbeats.
struct HeartbeatTables {
    let connection: PostgresConnection

    /// "STATUS time task" of the latest heartbeats, one a service.
    func status() async throws -> [String] {
        try await lines("SELECT concat_ws(' ', status, last_heartbeat, current_task) FROM system_status")
    }

    /// The same of all heartbeats, in the order of their times.
    func history() async throws -> [String] {
        try await lines(
            """
            SELECT concat_ws(' ', status, heartbeat_timestamp, current_task)
            FROM system_status_history ORDER BY heartbeat_timestamp, id
            """)
    }

    /// "name interval description" of the tests' service, if it is known.
    func services() async throws -> [String] {
        try await lines(
            "SELECT concat_ws(' ', name, heartbeat_seconds, description) FROM factory.services WHERE name = 'tester'")
    }

    private func lines(_ query: SQL) async throws -> [String] {
        try await connection.query(query) { try $0.string(0) }
    }
}
