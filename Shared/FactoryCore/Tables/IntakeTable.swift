/// `factory.intake`: files that were seen and did not become assets.
public enum IntakeTable {
    /// Adds records. Of a file that stays in the inbox and is met again there is one row, which is kept up to date; of a
    /// content whose row was refused there is one as well, however often it is tried. What happened once has one row,
    /// however often the journal is applied: it is known by its time.
    public static func insert(_ records: [IntakeRecord], librarian: String) -> SQL {
        // What is there already is looked for one by one and by its content, which OFFSET holds the planner to: see
        // `MediaAssetsTable.find`. Of a table that was never analyzed it would rather read all rows of the outcome, for each record
        // again: for 1,000 duplicates among 20,000 photos the server worked 0.16 s instead of 0.04.
        """
        INSERT INTO factory.intake AS known (
            librarian_id, outcome, original_path, original_name, size_bytes, file_hash, stored_path, reason, occurred_at)
        SELECT \(librarian), outcome, original_path, left(original_name, 512), size_bytes, file_hash, stored_path,
            reason, occurred_at
        FROM unnest(
            \(SQLArray(records.map(\.outcome.rawValue)))::text[],
            \(SQLArray(records.map(\.originalPath)))::text[],
            \(SQLArray(records.map(\.originalName)))::text[],
            \(SQLArray(records.map(\.size)))::bigint[],
            \(SQLArray(records.map(\.fingerprint)))::text[],
            \(SQLArray(records.map(\.storedPath)))::text[],
            \(SQLArray(records.map(\.reason)))::text[],
            \(SQLArray(records.map(\.time)))::timestamp[]
        ) AS record (
            outcome, original_path, original_name, size_bytes, file_hash, stored_path, reason, occurred_at)
        WHERE NOT EXISTS (
            SELECT FROM (
                SELECT outcome, original_path, occurred_at FROM factory.intake
                WHERE intake.file_hash = record.file_hash
                OFFSET 0
            ) AS earlier
            WHERE earlier.outcome = record.outcome
                AND (record.outcome = 'refused'
                    OR (earlier.occurred_at = record.occurred_at AND earlier.original_path = record.original_path)))
        ON CONFLICT (librarian_id, md5(original_path)) WHERE outcome = 'ignored' DO UPDATE
        SET size_bytes = excluded.size_bytes, reason = excluded.reason, occurred_at = excluded.occurred_at
        WHERE (known.size_bytes, known.reason) <> (excluded.size_bytes, excluded.reason)
        """
    }

    /// Answers what `record` reads: everything that is known of a content, the oldest first.
    public static func find(_ fingerprint: Fingerprint) -> SQL {
        """
        SELECT \(unsafe: recordColumns) FROM factory.intake
        WHERE file_hash = \(fingerprint.hex) ORDER BY occurred_at, id
        """
    }

    /// Answers what `record` reads: up to 100 files that were met by this path and not read to their end.
    ///
    /// - Parameters:
    ///   - path: absolute.
    ///   - ending: a slash and the last part, or parts, of a path; it is enough that the path ends so.
    public static func findUnread(path: String, ending: String) -> SQL {
        """
        SELECT \(unsafe: recordColumns) FROM factory.intake
        WHERE file_hash IS NULL AND (original_path = \(path) OR right(original_path, char_length(\(ending))) = \(ending))
        ORDER BY occurred_at, id LIMIT 100
        """
    }

    /// Answers `file_hash` of up to 100 contents that were met by this path, or stand there.
    ///
    /// - Parameters: as of `findUnread`.
    public static func fingerprints(path: String, ending: String) -> SQL {
        """
        SELECT DISTINCT file_hash FROM factory.intake
        WHERE file_hash IS NOT NULL AND (
            original_path = \(path) OR right(original_path, char_length(\(ending))) = \(ending)
            OR stored_path = \(path) OR right(stored_path, char_length(\(ending))) = \(ending))
        ORDER BY file_hash LIMIT 100
        """
    }

    static let recordColumns =
        "outcome, original_path, original_name, size_bytes, file_hash, stored_path, reason, occurred_at"

    /// Reads what `find` answers.
    ///
    /// - Throws: `DatabaseError` when the row is of another version of the schema.
    public static func record(_ row: borrowing Row) throws(DatabaseError) -> IntakeRecord {
        try record(row, from: 0)
    }

    /// Reads the columns of a record, the first of which is number `first`.
    static func record(_ row: borrowing Row, from first: Int) throws(DatabaseError) -> IntakeRecord {
        let outcome = try row.string(first)
        guard let known = IntakeOutcome(rawValue: outcome) else {
            throw DatabaseError(
                message: "factory.intake has the outcome '\(outcome)', which this program does not know",
                sqlState: nil, connectionLost: false)
        }
        return IntakeRecord(
            outcome: known, originalPath: try row.string(first + 1), originalName: try row.string(first + 2),
            size: try row.int(first + 3), fingerprint: row.isNull(first + 4) ? nil : try row.fingerprint(first + 4),
            storedPath: row.optionalString(first + 5), reason: try row.string(first + 6),
            time: try row.timestamp(first + 7))
    }
}
