/// One step of the schema. Steps are never changed once they have shipped, and only ever added at the end.
public struct Migration: Sendable {
    /// Counted from 1.
    public let version: Int
    /// In words joined by underscores, as the file is called.
    public let name: String
    /// SQL statements that know nothing of transactions.
    public let script: String

    /// The SHA-256 of the script, by which a changed script is noticed.
    public func checksum() throws(StartupError) -> String {
        try SHA256.of(script.utf8).hex
    }

    /// All steps, in order.
    public static let all = [
        Migration(1, "canonical_tables", PackageResources.m001_canonical_tables_sql),
        Migration(2, "factory_schema", PackageResources.m002_factory_schema_sql),
        Migration(3, "vault", PackageResources.m003_vault_sql),
        Migration(4, "groups", PackageResources.m004_groups_sql),
        Migration(5, "alerts", PackageResources.m005_alerts_sql),
        Migration(6, "syncthing", PackageResources.m006_syncthing_sql),
        Migration(7, "cleanup", PackageResources.m007_cleanup_sql),
        Migration(8, "counters", PackageResources.m008_counters_sql),
        Migration(9, "roles", PackageResources.m009_roles_sql),
        Migration(10, "hash_checks", PackageResources.m010_hash_checks_sql),
        Migration(11, "cheaper_rows", PackageResources.m011_cheaper_rows_sql),
        Migration(12, "decoded_hashes", PackageResources.m012_decoded_hashes_sql),
        Migration(13, "workers", PackageResources.m013_workers_sql),
        Migration(14, "places", PackageResources.m014_places_sql),
        Migration(15, "backups", PackageResources.m015_backups_sql),
        Migration(16, "scrubs", PackageResources.m016_scrubs_sql),
        Migration(17, "thumbnails", PackageResources.m017_thumbnails_sql),
        Migration(18, "place_counts", PackageResources.m018_place_counts_sql),
        Migration(19, "place_positions", PackageResources.m019_place_positions_sql),
        Migration(20, "cheaper_counting", PackageResources.m020_cheaper_counting_sql),
        Migration(21, "smaller_name_index", PackageResources.m021_smaller_name_index_sql),
    ]

    private init(_ version: Int, _ name: String, _ bytes: [UInt8]) {
        self.version = version
        self.name = name
        script = String(decoding: bytes, as: UTF8.self)
    }
}
