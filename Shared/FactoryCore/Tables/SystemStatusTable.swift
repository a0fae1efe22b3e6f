/// `system_status`: the latest heartbeat of every service, one row each.
public enum SystemStatusTable {
    /// Writes a heartbeat unless a later one is there already: beats that were kept during an outage arrive late, and
    /// must not make a service look alive, nor dead.
    static func upsert(_ beat: Heartbeat) -> SQL {
        """
        INSERT INTO public.system_status AS known (service_name, last_heartbeat, status, current_task)
        VALUES (\(beat.service), \(beat.time)::timestamp, \(beat.status.rawValue), \(beat.task))
        ON CONFLICT (service_name) DO UPDATE
        SET last_heartbeat = excluded.last_heartbeat, status = excluded.status, current_task = excluded.current_task
        WHERE known.last_heartbeat < excluded.last_heartbeat
        """
    }

    /// Answers what `reportedService` reads, of every service that has ever reported.
    ///
    /// What a service says has no limit in the table; nobody needs more of it than this.
    public static let reported: SQL = """
        SELECT latest.service_name, latest.last_heartbeat, latest.status, left(latest.current_task, 1000),
            services.heartbeat_seconds
        FROM public.system_status AS latest
        JOIN factory.services AS services ON services.name = latest.service_name
        ORDER BY latest.service_name LIMIT 1000
        """

    /// Reads what `reported` answers. A status of an earlier system that is none of ours counts as a warning.
    public static func reportedService(_ row: borrowing Row) throws(DatabaseError) -> ReportedService {
        ReportedService(
            heartbeat: Heartbeat(
                service: try row.string(0), status: ServiceStatus(rawValue: try row.string(2)) ?? .warning,
                task: row.optionalString(3), time: try row.timestamp(1)),
            interval: .seconds(try row.int(4)))
    }
}
