/// `factory.intake`: files that were seen and did not become assets.
public enum IntakeTable {
    /// Adds records. Of a file that stays in the inbox and is met again there is one row, which is kept up to date; of a
    /// content whose row was refused there is one as well, however often it is tried. What happened once has one row,
    /// however often the journal is applied: it is known by its time.
    public static func insert(_ records: [IntakeRecord], librarian: String) -> SQL {
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
            \(SQLArray(records.map { $0.fingerprint?.hex }))::text[],
            \(SQLArray(records.map(\.storedPath)))::text[],
            \(SQLArray(records.map(\.reason)))::text[],
            \(SQLArray(records.map(\.time)))::timestamp[]
        ) AS record (
            outcome, original_path, original_name, size_bytes, file_hash, stored_path, reason, occurred_at)
        WHERE NOT EXISTS (
            SELECT FROM factory.intake AS earlier
            WHERE earlier.file_hash = record.file_hash AND earlier.outcome = record.outcome
                AND (record.outcome = 'refused'
                    OR (earlier.occurred_at = record.occurred_at AND earlier.original_path = record.original_path)))
        ON CONFLICT (librarian_id, md5(original_path)) WHERE outcome = 'ignored' DO UPDATE
        SET size_bytes = excluded.size_bytes, reason = excluded.reason, occurred_at = excluded.occurred_at
        WHERE (known.size_bytes, known.reason) <> (excluded.size_bytes, excluded.reason)
        """
    }
}
