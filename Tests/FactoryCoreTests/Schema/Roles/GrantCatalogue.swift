import FactoryCore

/// Who may do what in a database, one line a privilege: `factory_monitor table factory.alerts SELECT`, with the column at
/// the end where it is one of a column.
enum GrantCatalogue {
    /// Of the services' roles, and of everybody (`PUBLIC`), on database, schemas and all that is in `public` and `factory`.
    static func read(_ connection: PostgresConnection) async throws -> Set<String> {
        Set(
            try await connection.query(
                """
                SELECT concat_ws(' ', coalesce(role.rolname, 'PUBLIC'), thing.kind, thing.name, entry.privilege_type,
                    thing.column_name, CASE WHEN entry.is_grantable THEN 'WITH GRANT OPTION' END)
                FROM (\(unsafe: things)) AS thing (kind, name, column_name, acl)
                CROSS JOIN LATERAL aclexplode(thing.acl) AS entry
                LEFT JOIN pg_roles AS role ON role.oid = entry.grantee
                WHERE entry.grantee = 0 OR role.rolname LIKE 'factory\\_%'
                """
            ) { try $0.string(0) })
    }

    private static let things = """
        SELECT 'database', 'the database', NULL, coalesce(datacl, acldefault('d', datdba))
        FROM pg_database WHERE datname = current_database()
        UNION ALL
        SELECT 'schema', nspname, NULL, coalesce(nspacl, acldefault('n', nspowner))
        FROM pg_namespace WHERE nspname IN ('public', 'factory')
        UNION ALL
        SELECT CASE relkind WHEN 'S' THEN 'sequence' ELSE 'table' END, nspname || '.' || relname, NULL, relacl
        FROM pg_class JOIN pg_namespace AS schema ON schema.oid = relnamespace WHERE nspname IN ('public', 'factory')
        UNION ALL
        SELECT 'table', nspname || '.' || relname, attname, attacl
        FROM pg_attribute JOIN pg_class AS class ON class.oid = attrelid
        JOIN pg_namespace AS schema ON schema.oid = relnamespace WHERE nspname IN ('public', 'factory')
        UNION ALL
        SELECT 'function', format('%s.%s(%s)', nspname, proname, pg_get_function_identity_arguments(process.oid)), NULL, coalesce(proacl, acldefault('f', proowner))
        FROM pg_proc AS process JOIN pg_namespace AS schema ON schema.oid = pronamespace
        WHERE nspname IN ('public', 'factory')
        """
}

extension SchemaDocument {
    /// The same as the document tells it.
    func grantLines() throws -> Set<String> {
        guard let grants else { throw Missing(what: "Grants") }
        var lines: Set<String> = []
        for row in grants.rows {
            for (role, cell) in row where role.hasPrefix("factory_") && cell != "none" {
                for match in cell.matches(of: #/([A-Z]+)(?: \(([^)]*)\))?/#) {
                    let columns = match.output.2.map { $0.split(separator: ", ").map { " \($0)" } } ?? [""]
                    for column in columns {
                        lines.insert(
                            "\(role) \(row["kind"] ?? "?") \(row["object"] ?? "?") \(match.output.1)\(column)"
                        )
                    }
                }
            }
        }
        return lines
    }
}
