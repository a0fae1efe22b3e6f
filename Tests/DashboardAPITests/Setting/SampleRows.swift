import FactoryCore
import TestSupport

/// Rows as librarians write them.
enum SampleRows {
    /// Adds assets that were captured an hour apart, the first one on Christmas Day 2023 at noon.
    static func add(_ names: [String], to database: ScratchDatabase) async throws {
        let connection = try await database.connect()
        try await connection.execute(
            """
            INSERT INTO media_assets (
                file_hash, original_name, original_path, final_path, size_bytes, captured_at, location)
            SELECT encode(sha256(name::bytea), 'hex'), name, '/inbox/' || name,
                '/app/Storage/Originals/2023/2023-12-25/' || name, 1000,
                timestamp '2023-12-25 12:00' + number * interval '1 hour',
                CASE number WHEN 1 THEN '{"lat": 35.5, "lon": 139.5}'::jsonb END
            FROM unnest(\(SQLArray(names.map { $0 as String? }))::text[]) WITH ORDINALITY AS file (name, number)
            """)
    }

    /// The id of the asset of this name.
    static func id(_ name: String, in database: ScratchDatabase) async throws -> String {
        let ids = try await database.connect().query(
            "SELECT id FROM media_assets WHERE original_name = \(name)"
        ) { try $0.string(0) }
        guard let id = ids.first else { throw SupportError("there is no \(name)") }
        return id
    }
}
