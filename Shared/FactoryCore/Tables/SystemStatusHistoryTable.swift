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

    /// Answers what `stretch` reads: of every service and stretch of time in which it reported, the worst it said, and
    /// how much of the whole time its heartbeats vouch for. The last heartbeat before is among them, with a number below 0.
    ///
    /// A heartbeat vouches for the time up to the next one, but for three intervals at most, unless it says that the
    /// service failed.
    ///
    /// - Parameters:
    ///   - since: where the first stretch begins.
    ///   - until: where the last one ends.
    ///   - seconds: how long a stretch is.
    public static func stretches(since: Timestamp, until: Timestamp, seconds: Int) -> SQL {
        """
        SELECT services.name, stretch.number, stretch.worst, stretch.covered, stretch.first, stretch.silent,
            stretch.heard
        FROM factory.services AS services
        CROSS JOIN LATERAL (
            SELECT floor(extract(epoch FROM beat.time - \(since)::timestamp) / \(seconds)::integer)::integer AS number,
                max(CASE beat.status WHEN 'OK' THEN 0 WHEN 'ERROR' THEN 2 ELSE 1 END) AS worst,
                sum(CASE beat.status WHEN 'ERROR' THEN 0 ELSE extract(epoch FROM greatest(interval '0',
                    least(beat.next, beat.time + services.heartbeat_seconds * interval '3 seconds')
                        - greatest(beat.time, \(since)::timestamp))) END)::bigint AS covered,
                min(beat.time) AS first,
                min(beat.time + services.heartbeat_seconds * interval '3 seconds')
                    FILTER (WHERE beat.next > beat.time + services.heartbeat_seconds * interval '3 seconds') AS silent,
                max(beat.next)
                    FILTER (WHERE beat.next > beat.time + services.heartbeat_seconds * interval '3 seconds') AS heard
            FROM (
                SELECT known.status, known.time, lead(known.time, 1, \(until)::timestamp) OVER (ORDER BY known.time) AS next
                FROM (
                    (SELECT status, heartbeat_timestamp AS time FROM public.system_status_history
                    WHERE service_name = services.name AND heartbeat_timestamp < \(since)::timestamp
                    ORDER BY heartbeat_timestamp DESC LIMIT 1)
                    UNION ALL
                    (SELECT status, heartbeat_timestamp FROM public.system_status_history
                    WHERE service_name = services.name AND heartbeat_timestamp >= \(since)::timestamp
                        AND heartbeat_timestamp < \(until)::timestamp)
                ) AS known
            ) AS beat
            GROUP BY number
        ) AS stretch
        ORDER BY services.name, stretch.number
        """
    }

    /// Reads what `stretches` answers.
    public static func stretch(_ row: borrowing Row) throws(DatabaseError) -> HistoryStretch {
        let worst: [ServiceStatus] = [.ok, .warning, .error]
        let silence = row.isNull(5) ? nil : try row.timestamp(5)..<row.timestamp(6)
        return HistoryStretch(
            service: try row.string(0), number: try row.int(1), worst: worst[min(max(try row.int(2), 0), 2)],
            covered: .seconds(try row.int(3)), first: try row.timestamp(4), silence: silence)
    }

    /// Answers what `heartbeat` reads: what a service said since then, the latest first.
    public static func heartbeats(of service: String, since: Timestamp, limit: Int) -> SQL {
        """
        SELECT service_name, status, left(current_task, 1000), heartbeat_timestamp FROM public.system_status_history
        WHERE service_name = \(service) AND heartbeat_timestamp >= \(since)::timestamp
        ORDER BY heartbeat_timestamp DESC LIMIT \(limit)
        """
    }

    /// Reads what `heartbeats` answers.
    public static func heartbeat(_ row: borrowing Row) throws(DatabaseError) -> Heartbeat {
        Heartbeat(
            service: try row.string(0), status: ServiceStatus(rawValue: try row.string(1)) ?? .warning,
            task: row.optionalString(2), time: try row.timestamp(3))
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
