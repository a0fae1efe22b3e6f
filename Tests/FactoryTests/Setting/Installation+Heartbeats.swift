import FactoryCore
import TestSupport

extension Installation {
    /// Waits until the service has reported for the first time: it is ready then.
    func waitForHeartbeat() async throws {
        try await eventually("the librarian reports a heartbeat") { try await heartbeats() > 0 }
    }

    /// How many heartbeats of the librarian the history holds.
    func heartbeats() async throws -> Int {
        let connection = try await database.connect()
        let counts = try await connection.query(
            "SELECT count(*) FROM system_status_history WHERE service_name = 'librarian'"
        ) { try $0.int(0) }
        return counts.first ?? 0
    }
}
