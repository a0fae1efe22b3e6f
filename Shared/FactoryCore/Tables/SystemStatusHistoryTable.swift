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

/// What `cleanup` asks and does: it lets old heartbeats go, but the newest of each service stays whatever its age.
extension SystemStatusHistoryTable {
    /// Any number that no other program of the server uses; it spells "clean".
    private static let cleanupLockKey: Int64 = 0x63_6c_65_61_6e

    /// Answers whether this session may clean up; no other can then, until the session ends or `unlockCleanup`.
    public static var tryCleanupLock: SQL { "SELECT pg_try_advisory_lock(\(cleanupLockKey)::bigint)" }

    /// Lets others clean up again.
    public static var unlockCleanup: SQL { "SELECT pg_advisory_unlock(\(cleanupLockKey)::bigint)" }

    /// For the session: rather fail than make everybody queue who comes after a statement that waits for a lock.
    public static let cleanupPatience: SQL = "SET lock_timeout = '2s'"

    /// Answers how many heartbeats there are.
    public static let count: SQL = "SELECT count(*) FROM public.system_status_history"

    /// Answers the name of every service that has ever reported: one step through the index for each, however many
    /// rows there are.
    public static let serviceNames: SQL = """
        WITH RECURSIVE known (name) AS (
            (SELECT service_name FROM public.system_status_history ORDER BY service_name LIMIT 1)
            UNION ALL
            SELECT (
                SELECT next.service_name FROM public.system_status_history AS next
                WHERE next.service_name > known.name ORDER BY next.service_name LIMIT 1
            )
            FROM known WHERE known.name IS NOT NULL
        )
        SELECT name FROM known WHERE name IS NOT NULL
        """

    /// Answers how many heartbeats of `service` a cleanup with this cutoff would remove.
    public static func countOld(of service: String, before cutoff: Timestamp) -> SQL {
        """
        SELECT count(*) FROM public.system_status_history AS old
        WHERE old.service_name = \(service) AND old.heartbeat_timestamp < \(cutoff)::timestamp
            AND old.id <> (
                SELECT newest.id FROM public.system_status_history AS newest
                WHERE newest.service_name = \(service) ORDER BY newest.heartbeat_timestamp DESC, newest.id DESC LIMIT 1
            )
        """
    }

    /// Removes the oldest heartbeats of `service` that are from `start` on and before `cutoff`.
    ///
    /// Answers their number and the time of the last of them. From there the next batch begins: the index still leads
    /// through what has just been removed.
    ///
    /// - Parameters:
    ///   - start: nil for the beginning.
    ///   - limit: no more rows than this.
    public static func deleteOld(
        of service: String, from start: Timestamp?, before cutoff: Timestamp, limit: Int
    ) -> SQL {
        """
        WITH removed AS (
            DELETE FROM public.system_status_history WHERE ctid = ANY (ARRAY(
                SELECT old.ctid FROM public.system_status_history AS old
                WHERE old.service_name = \(service)
                    AND old.heartbeat_timestamp >= coalesce(\(start)::timestamp, '-infinity')
                    AND old.heartbeat_timestamp < \(cutoff)::timestamp
                    AND old.id <> (
                        SELECT newest.id FROM public.system_status_history AS newest
                        WHERE newest.service_name = \(service)
                        ORDER BY newest.heartbeat_timestamp DESC, newest.id DESC LIMIT 1
                    )
                ORDER BY old.heartbeat_timestamp LIMIT \(limit)
            ))
            RETURNING heartbeat_timestamp
        )
        SELECT count(*), greatest(max(heartbeat_timestamp), '0001-01-01') FROM removed
        """
    }

    /// Lets the planner know that much has gone. Needs no more than the right to call the function.
    public static let analyze: SQL = "SELECT factory.analyze_status_history()"
}
