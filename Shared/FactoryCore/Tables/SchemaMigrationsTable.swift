/// `factory.schema_migrations`: which steps of the schema a database has.
enum SchemaMigrationsTable {
    /// Any number that no other program of the server uses; it spells "photo".
    private static let lockKey: Int64 = 0x70_68_6f_74_6f

    static var lock: SQL { "SELECT pg_advisory_lock(\(lockKey)::bigint)" }

    static var unlock: SQL { "SELECT pg_advisory_unlock(\(lockKey)::bigint)" }

    static let exists: SQL = "SELECT to_regclass('factory.schema_migrations') IS NOT NULL"

    /// Whether the role of the session owns the schema, itself or as a member of who does, or may make it where there is
    /// none yet: one row with a boolean.
    static let isOwned: SQL = """
        SELECT coalesce(
            (SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'factory'),
            has_database_privilege(current_database(), 'CREATE'))
        """

    /// The table that records the migrations cannot be made by one of them.
    static let creation = """
        SET client_min_messages = warning;
        CREATE SCHEMA IF NOT EXISTS factory;
        CREATE TABLE IF NOT EXISTS factory.schema_migrations (
            version integer PRIMARY KEY,
            name text NOT NULL,
            checksum varchar(64) NOT NULL,
            applied_at timestamp NOT NULL DEFAULT now()
        );
        """

    static let selectAll: SQL = "SELECT version, checksum FROM factory.schema_migrations ORDER BY version"

    static func insert(version: Int, name: String, checksum: String) -> SQL {
        """
        INSERT INTO factory.schema_migrations (version, name, checksum)
        VALUES (\(version), \(name), \(checksum))
        """
    }
}
