/// `system_status_history`: every heartbeat of every service, one row each.
public enum SystemStatusHistoryTable {
    static func insert(_ beat: Heartbeat) -> SQL {
        """
        INSERT INTO public.system_status_history (service_name, status, current_task, heartbeat_timestamp)
        VALUES (\(beat.service), \(beat.status.rawValue), \(beat.task), \(beat.time)::timestamp)
        """
    }
}
