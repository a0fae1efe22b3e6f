import FactoryCore
import TestSupport

/// One row of `media_assets`, read by the test itself.
struct LedgerRow {
    let hash: String
    let originalName: String
    let originalPath: String
    let finalPath: String
    let size: Int
    let capturedAt: String?
    let latitude: Double?
    let longitude: Double?
    let hasErrors: Bool
    let errorMessage: String?

    /// All rows, by the path of the stored file.
    static func all(in database: ScratchDatabase) async throws -> [LedgerRow] {
        let connection = try await database.connect()
        return try await connection.query(
            """
            SELECT file_hash, original_name, original_path, final_path, size_bytes, captured_at::text,
                location->>'lat', location->>'lon', has_errors, error_message
            FROM media_assets ORDER BY final_path
            """
        ) { row in
            LedgerRow(
                hash: try row.string(0), originalName: try row.string(1), originalPath: try row.string(2),
                finalPath: try row.string(3), size: try row.int(4), capturedAt: row.optionalString(5),
                latitude: row.optionalString(6).flatMap { Double($0) },
                longitude: row.optionalString(7).flatMap { Double($0) },
                hasErrors: try row.bool(8), errorMessage: row.optionalString(9))
        }
    }
}
