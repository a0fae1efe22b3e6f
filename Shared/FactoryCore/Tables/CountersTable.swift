/// `factory.counters`: what the dashboard counts. Triggers write it; here it is only read.
public enum CountersTable {
    /// Answers what `counter` reads: everything but the months, of what was filed only what came from `day` on, in UTC.
    public static func current(since day: CivilDay) -> SQL {
        """
        SELECT counter, key, sum(files)::bigint, sum(bytes)::bigint FROM factory.counters
        WHERE counter IN ('extension', 'state', 'intake') OR (counter = 'filed' AND key >= \(day.description))
        GROUP BY counter, key
        """
    }

    /// Answers one row with one column: the bytes of all assets together.
    public static let bytes: SQL = """
        SELECT coalesce(sum(bytes), 0)::bigint FROM factory.counters WHERE counter = 'extension'
        """

    /// Answers what `counter` reads: how many assets were captured in each month, the newest first.
    public static let months: SQL = """
        SELECT counter, key, sum(files)::bigint, sum(bytes)::bigint FROM factory.counters
        WHERE counter = 'captured' GROUP BY counter, key HAVING sum(files) > 0 ORDER BY key DESC
        """

    /// Reads what the statements above answer.
    public static func counter(_ row: borrowing Row) throws(DatabaseError) -> Counter {
        Counter(name: try row.string(0), key: try row.string(1), files: try row.int(2), bytes: try row.int(3))
    }
}
