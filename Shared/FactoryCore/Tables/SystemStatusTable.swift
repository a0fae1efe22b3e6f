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
}
