/// `factory.services`: every service with the interval at which it reports.
public enum ServicesTable {
    static let exists: SQL = "SELECT to_regclass('factory.services') IS NOT NULL"

    /// Makes a service and its interval known, or corrects the interval.
    static func upsert(name: String, heartbeatSeconds: Int, description: String) -> SQL {
        """
        INSERT INTO factory.services AS known (name, heartbeat_seconds, description)
        VALUES (\(name), \(heartbeatSeconds), \(description))
        ON CONFLICT (name) DO UPDATE SET heartbeat_seconds = excluded.heartbeat_seconds
        WHERE known.heartbeat_seconds <> excluded.heartbeat_seconds
        """
    }
}
