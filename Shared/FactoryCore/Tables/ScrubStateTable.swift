/// `factory.scrub_state`: how far reading originals again has come; one row at most.
public enum ScrubStateTable {
    /// Writes down how far it has come.
    ///
    /// - Parameters:
    ///   - unread: when the first was filed of those that have not been read since; nil when none is left.
    ///   - oldest: since when the original waits that waits longest; nil without any. The round ends when that is after its
    ///     beginning.
    ///   - canary: when the canary was last found damaged.
    public static func update(unread: Timestamp?, oldest: Timestamp?, canary: Timestamp?, now: Timestamp) -> SQL {
        """
        INSERT INTO factory.scrub_state AS known (unread_since, round_began_at, canary_found_at, updated_at)
        VALUES (\(unread)::timestamp, \(now)::timestamp, \(canary)::timestamp, \(now)::timestamp)
        ON CONFLICT (only_row) DO UPDATE
        SET unread_since = excluded.unread_since, updated_at = excluded.updated_at,
            canary_found_at = coalesce(excluded.canary_found_at, known.canary_found_at),
            round_began_at = CASE
                WHEN \(oldest)::timestamp >= known.round_began_at THEN excluded.updated_at ELSE known.round_began_at END,
            round_ended_at = CASE
                WHEN \(oldest)::timestamp >= known.round_began_at THEN excluded.updated_at ELSE known.round_ended_at END
        """
    }

    /// Answers what `scrubSummary` reads, in one row, without counting anything but what was found.
    public static let summary: SQL = """
        SELECT
            least((SELECT min(checked_at) FROM factory.scrubs), (SELECT unread_since FROM factory.scrub_state)),
            (SELECT count(*) FROM factory.scrubs WHERE finding <> 'OK'),
            (SELECT round_ended_at FROM factory.scrub_state)
        """

    /// Reads what `summary` answers.
    public static func scrubSummary(_ row: borrowing Row) throws(DatabaseError) -> ScrubSummary {
        ScrubSummary(
            oldest: row.optionalString(0).flatMap { Timestamp(sqlText: $0) }, findings: try row.int(1),
            roundEnded: row.optionalString(2).flatMap { Timestamp(sqlText: $0) })
    }
}
