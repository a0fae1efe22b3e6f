/// `factory.sidecars`: files that stand beside originals.
public enum SidecarsTable {
    /// Adds sidecars; the row of a place names what was filed there last. Can be repeated.
    public static func upsert(_ sidecars: [RecordedSidecar], librarian: String) -> SQL {
        // One statement may name each place once. By bytes: to a String two spellings of a letter are equal.
        let last = Array(Dictionary(sidecars.map { (Array($0.place.utf8), $0) }) { $1 }.values)
        return """
            INSERT INTO factory.sidecars (
                place, file_hash, size_bytes, original_path, asset_hash, librarian_id, filed_at)
            SELECT place, file_hash, size_bytes, original_path, asset_hash, \(librarian), filed_at
            FROM unnest(
                \(SQLArray(last.map(\.place)))::text[],
                \(SQLArray(last.map(\.fingerprint)))::text[],
                \(SQLArray(last.map(\.size)))::bigint[],
                \(SQLArray(last.map(\.originalPath)))::text[],
                \(SQLArray(last.map(\.asset)))::text[],
                \(SQLArray(last.map(\.filedAt)))::timestamp[]
            ) AS sidecar (place, file_hash, size_bytes, original_path, asset_hash, filed_at)
            ON CONFLICT (place) DO UPDATE
            SET file_hash = excluded.file_hash, size_bytes = excluded.size_bytes,
                original_path = excluded.original_path, asset_hash = excluded.asset_hash,
                librarian_id = excluded.librarian_id, filed_at = excluded.filed_at
            WHERE sidecars.filed_at < excluded.filed_at
            """
    }

    /// Answers what `recordedSidecar` reads of those that stand at one of these places.
    public static func find(places: [String]) -> SQL {
        "SELECT \(unsafe: columns) FROM factory.sidecars WHERE place = ANY (\(SQLArray(places))::text[])"
    }

    /// Answers what `recordedSidecar` reads: the next rows by `place`.
    ///
    /// - Parameter after: the last `place` of the page before; empty for the first page.
    public static func page(after: String, limit: Int) -> SQL {
        "SELECT \(unsafe: columns) FROM factory.sidecars WHERE place > \(after) ORDER BY place LIMIT \(limit)"
    }

    /// Answers what `recordedSidecar` reads of those that have, or belong to, a content.
    public static func find(_ fingerprint: Fingerprint) -> SQL {
        """
        SELECT \(unsafe: columns) FROM factory.sidecars
        WHERE file_hash = \(fingerprint.hex) OR asset_hash = \(fingerprint.hex) ORDER BY place
        """
    }

    private static let columns = "place, file_hash, size_bytes, original_path, asset_hash, filed_at"

    /// Reads what the others answer.
    public static func recordedSidecar(_ row: borrowing Row) throws(DatabaseError) -> RecordedSidecar {
        RecordedSidecar(
            place: try row.string(0), fingerprint: try row.fingerprint(1), size: try row.int(2),
            originalPath: try row.string(3), asset: row.isNull(4) ? nil : try row.fingerprint(4),
            filedAt: try row.timestamp(5))
    }
}
