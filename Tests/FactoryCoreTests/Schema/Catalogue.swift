import FactoryCore

/// What a database says that it holds, one line a thing, in the server's own spelling. Compared as sets: the order of
/// an adopted table's columns is its history and means nothing.
struct Catalogue {
    let lines: Set<String>

    static func read(_ connection: PostgresConnection) async throws -> Catalogue {
        var lines: Set<String> = []
        for statement in [tables, columns, indexes, constraints, triggers, functions] {
            lines.formUnion(try await connection.query(statement) { try $0.string(0) })
        }
        return Catalogue(lines: lines)
    }

    private static let tables: SQL = """
        SELECT concat_ws(' ', table_type, table_schema, table_name)
        FROM information_schema.tables WHERE table_schema IN ('public', 'factory')
        """

    private static let columns: SQL = """
        SELECT concat_ws(' ', 'column', table_schema, table_name, column_name, data_type, character_maximum_length,
            'null', is_nullable, 'default', column_default, identity_generation)
        FROM information_schema.columns WHERE table_schema IN ('public', 'factory')
        """

    private static let indexes: SQL = """
        SELECT indexdef FROM pg_indexes WHERE schemaname IN ('public', 'factory')
        """

    private static let constraints: SQL = """
        SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE connamespace::regnamespace::text IN ('public', 'factory')
        """

    private static let triggers: SQL = """
        SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        """

    private static let functions: SQL = """
        SELECT concat_ws(' ', 'function', oid::regprocedure)
        FROM pg_proc WHERE pronamespace::regnamespace::text IN ('public', 'factory')
        """
}
