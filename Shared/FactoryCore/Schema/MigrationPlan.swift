/// Which steps a database still needs.
enum MigrationPlan {
    /// - Parameters:
    ///   - applied: the checksums of the steps that the database has, by version.
    ///   - known: all steps that this program carries, in order.
    /// - Returns: the missing steps, in order.
    static func missing(applied: [Int: String], known: [Migration]) throws -> [Migration] {
        let newest = known.last?.version ?? 0
        if let beyond = applied.keys.max(), beyond > newest {
            throw SchemaError.newer(database: beyond, program: newest)
        }
        for migration in known {
            guard let checksum = applied[migration.version] else { continue }
            guard checksum == (try migration.checksum()) else {
                throw SchemaError.changed(version: migration.version, name: migration.name)
            }
        }
        return known.filter { applied[$0.version] == nil }
    }
}
