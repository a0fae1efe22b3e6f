/// `media_assets`: one row for every original.
public enum MediaAssetsTable {
    /// The longest name that the column takes, in characters.
    private static let nameLimit = 512

    /// Inserts assets, in one statement of one shape whatever their number.
    ///
    /// - Parameter keepsKnown: whether contents that have a row already are passed over; if not, they fail the statement.
    public static func insert(_ assets: [MediaAsset], keepsKnown: Bool) -> SQL {
        // One for all: each would be a system call.
        let random = (UInt64.random(in: 0...UInt64.max), UInt64.random(in: 0...UInt64.max))
        let ids = assets.enumerated().map { number, asset in
            TimeOrderedUUID(at: asset.ingestedAt, random: (random.0, random.1 &+ UInt64(number)))
        }
        return """
            INSERT INTO public.media_assets (
                id, file_hash, original_name, original_path, final_path, size_bytes, captured_at, location, ingested_at,
                has_errors, error_message)
            SELECT id, file_hash, original_name, original_path, final_path, size_bytes, captured_at, location::jsonb,
                ingested_at, error_message IS NOT NULL, error_message
            FROM unnest(
                \(SQLArray(ids))::uuid[],
                \(SQLArray(assets.map(\.fingerprint)))::text[],
                \(SQLArray(assets.map { cut($0.originalName) }))::text[],
                \(SQLArray(assets.map(\.originalPath)))::text[],
                \(SQLArray(assets.map(\.finalPath)))::text[],
                \(SQLArray(assets.map(\.size)))::bigint[],
                \(SQLArray(assets.map(\.capturedAt)))::timestamp[],
                \(SQLArray(assets.map { $0.location?.json }))::text[],
                \(SQLArray(assets.map(\.ingestedAt)))::timestamp[],
                \(SQLArray(assets.map(\.problem)))::text[]
            ) AS asset (
                id, file_hash, original_name, original_path, final_path, size_bytes, captured_at, location, ingested_at,
                error_message)
            \(unsafe: keepsKnown ? "ON CONFLICT (file_hash) DO NOTHING" : "")
            """
    }

    private static func cut(_ name: String) -> String {
        name.utf8.count <= nameLimit ? name : String(name.unicodeScalars.prefix(nameLimit))
    }

    /// Makes the rows of these contents name the assets' places; where a content comes twice, the last one's.
    public static func relocate(_ assets: [MediaAsset]) -> SQL {
        let last = Dictionary(assets.map { ($0.fingerprint, $0.finalPath) }) { $1 }
        return """
            UPDATE public.media_assets AS asset SET final_path = place.final_path
            FROM unnest(
                \(SQLArray(Array(last.keys)))::text[], \(SQLArray(Array(last.values)))::text[]
            ) AS place (file_hash, final_path)
            WHERE asset.file_hash = place.file_hash AND asset.final_path <> place.final_path
            """
    }

    /// Answers one row with one column: whether there is no asset.
    public static let isEmpty: SQL = "SELECT NOT EXISTS (SELECT FROM public.media_assets)"

    /// Answers one row with one column: how many assets there are.
    public static let count: SQL = "SELECT count(*) FROM public.media_assets"

    /// Answers `final_path` of up to `limit` assets, which are as good as drawn by lot: their hashes come first.
    public static func sample(_ limit: Int) -> SQL {
        "SELECT final_path FROM public.media_assets ORDER BY file_hash LIMIT \(limit)"
    }

    /// Answers `final_path` of the asset that was filed last; no row when there is none.
    public static let newest: SQL = "SELECT final_path FROM public.media_assets ORDER BY ingested_at DESC LIMIT 1"

    /// Answers `file_hash`, `final_path` of the assets that have one of these contents.
    public static func find(_ fingerprints: [Fingerprint]) -> SQL {
        // One by one, which OFFSET holds the planner to: it would rather read the whole table while that is not large, for
        // every batch again.
        """
        SELECT asset.file_hash, asset.final_path
        FROM unnest(\(SQLArray(fingerprints))::text[]) AS asked (file_hash)
        CROSS JOIN LATERAL (
            SELECT file_hash, final_path FROM public.media_assets WHERE media_assets.file_hash = asked.file_hash OFFSET 0
        ) AS asset
        """
    }

    /// Reads what `find` answers.
    ///
    /// - Throws: `DatabaseError` when the hash is none.
    public static func storedOriginal(_ row: borrowing Row) throws(DatabaseError) -> StoredOriginal {
        StoredOriginal(fingerprint: try row.fingerprint(0), finalPath: try row.string(1))
    }

    /// Answers what `recordedOriginal` reads: the next rows by `id`.
    ///
    /// - Parameter after: the last `id` of the page before; nil for the first page.
    public static func page(after: String?, limit: Int) -> SQL {
        guard let after else {
            return "SELECT \(unsafe: recordedColumns) FROM public.media_assets ORDER BY id LIMIT \(limit)"
        }
        return """
            SELECT \(unsafe: recordedColumns) FROM public.media_assets
            WHERE id > \(after)::uuid ORDER BY id LIMIT \(limit)
            """
    }

    /// Answers what `recordedOriginal` reads of one row; nothing when it has gone.
    public static func find(id: String) -> SQL {
        "SELECT \(unsafe: recordedColumns) FROM public.media_assets WHERE id = \(id)::uuid"
    }

    /// Answers `file_hash` of up to `limit` rows whose hash begins with these digits.
    ///
    /// - Parameter prefix: lower-case hexadecimal digits.
    public static func hashes(beginningWith prefix: String, limit: Int) -> SQL {
        // Behind every hash that begins with these digits: in every order of letters and digits that servers use, "g"
        // follows the sixteen digits.
        """
        SELECT file_hash FROM public.media_assets
        WHERE file_hash >= \(prefix) AND file_hash < \(prefix + "g") ORDER BY file_hash LIMIT \(limit)
        """
    }

    /// Answers `file_hash` of up to 100 rows whose file stands, or came from, at this path.
    ///
    /// - Parameters:
    ///   - path: absolute.
    ///   - ending: a slash and the last part, or parts, of a path; it is enough that the path ends so.
    public static func fingerprints(path: String, ending: String) -> SQL {
        """
        SELECT file_hash FROM public.media_assets
        WHERE final_path = \(path) OR right(final_path, char_length(\(ending))) = \(ending)
            OR original_path = \(path) OR right(original_path, char_length(\(ending))) = \(ending)
        ORDER BY file_hash LIMIT 100
        """
    }

    /// Answers the columns of one row that concern its file; `assetFacts` reads them.
    public static func facts(_ fingerprint: Fingerprint) -> SQL {
        """
        SELECT id, original_name, original_path, final_path, size_bytes, captured_at, location, ingested_at, error_message
        FROM public.media_assets WHERE file_hash = \(fingerprint.hex)
        """
    }

    /// Reads what `facts` answers.
    public static func assetFacts(_ row: borrowing Row) throws(DatabaseError) -> AssetFacts {
        AssetFacts(
            id: try row.string(0), originalName: try row.string(1), originalPath: try row.string(2),
            finalPath: try row.string(3), size: try row.int(4), capturedAt: row.optionalString(5),
            location: row.optionalString(6), ingestedAt: try row.string(7), problem: row.optionalString(8))
    }

    private static let recordedColumns = "id, file_hash, final_path, size_bytes"

    /// Reads what `page` answers.
    public static func recordedOriginal(_ row: borrowing Row) throws(DatabaseError) -> RecordedOriginal {
        RecordedOriginal(
            id: try row.string(0), fingerprint: Fingerprint(hex: try row.string(1)), finalPath: try row.string(2),
            size: try row.int(3))
    }
}
