/// `factory.audit_logs`: what ran slow or failed.
public enum AuditLogsTable {
    static func insert(_ entries: [AuditEntry]) -> SQL {
        """
        INSERT INTO factory.audit_logs (service, action, entity_id, duration_ms, status, error_message)
        SELECT service, action, entity::uuid, duration, status, error FROM unnest(
            \(SQLArray(entries.map(\.service)))::text[],
            \(SQLArray(entries.map(\.action)))::text[],
            \(SQLArray(entries.map(\.entity)))::text[],
            \(SQLArray(entries.map { Int($0.duration / .milliseconds(1)) }))::bigint[],
            \(SQLArray(entries.map(\.status.rawValue)))::text[],
            \(SQLArray(entries.map(\.error)))::text[]
        ) AS entry (service, action, entity, duration, status, error)
        """
    }

    /// Answers how many entries are older than a time.
    public static func countOld(before cutoff: Timestamp) -> SQL {
        "SELECT count(*) FROM factory.audit_logs WHERE occurred_at < \(cutoff)::timestamp"
    }

    /// Removes the oldest of what is older than a time, so many rows at most.
    public static func delete(before cutoff: Timestamp, limit: Int) -> SQL {
        """
        DELETE FROM factory.audit_logs WHERE id IN (
            SELECT id FROM factory.audit_logs WHERE occurred_at < \(cutoff)::timestamp ORDER BY occurred_at LIMIT \(limit))
        """
    }
}
