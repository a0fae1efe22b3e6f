/// `system_status_history`: every heartbeat of every service, one row each.
public enum SystemStatusHistoryTable {
    /// Writes a heartbeat unless it is there already: it is written again when the answer to its commit was lost.
    static func insert(_ beat: Heartbeat) -> SQL {
        """
        INSERT INTO public.system_status_history (service_name, status, current_task, heartbeat_timestamp)
        SELECT beat.service, beat.status, beat.task, beat.time
        FROM (VALUES (
            \(beat.service)::text, \(beat.status.rawValue)::text, \(beat.task)::text, \(beat.time)::timestamp
        )) AS beat (service, status, task, time)
        WHERE NOT EXISTS (
            SELECT FROM public.system_status_history AS known
            WHERE known.service_name = beat.service AND known.heartbeat_timestamp = beat.time
        )
        """
    }
}
