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

    /// Answers what `state` reads: every service that is known, with its latest heartbeat if there was one.
    public static let states: SQL = """
        SELECT services.name, services.heartbeat_seconds, services.description, latest.last_heartbeat, latest.status,
            left(latest.current_task, 1000)
        FROM factory.services AS services
        LEFT JOIN public.system_status AS latest ON latest.service_name = services.name
        ORDER BY services.name LIMIT 1000
        """

    /// Reads what `states` answers. A status of an earlier system that is none of ours counts as a warning.
    public static func state(_ row: borrowing Row) throws(DatabaseError) -> ServiceState {
        let name = try row.string(0)
        let beat =
            row.isNull(3)
            ? nil
            : Heartbeat(
                service: name, status: ServiceStatus(rawValue: try row.string(4)) ?? .warning,
                task: row.optionalString(5), time: try row.timestamp(3))
        return ServiceState(
            name: name, interval: .seconds(try row.int(1)), description: try row.string(2), heartbeat: beat)
    }
}
