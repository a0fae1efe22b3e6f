import FactoryCore
import TestSupport

/// Everything that the rows of the ledger say, apart from what each database gives them by itself.
enum LedgerColumns {
    /// One text for each row, in the order of the contents.
    ///
    /// - Parameter others: further columns that are left out.
    static func all(in database: ScratchDatabase, without others: [String] = []) async throws -> [String] {
        let left = ["id", "created_at", "updated_at"] + others
        return try await database.connect().query(
            "SELECT (to_jsonb(asset) - \(SQLArray(left))::text[])::text FROM media_assets AS asset ORDER BY file_hash"
        ) { try $0.string(0) }
    }

    /// The same of what did not become an asset.
    static func intake(in database: ScratchDatabase) async throws -> [String] {
        try await database.connect().query(
            "SELECT (to_jsonb(file) - 'id')::text FROM factory.intake AS file ORDER BY occurred_at, original_path, outcome"
        ) { try $0.string(0) }
    }
}
