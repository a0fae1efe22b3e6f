internal import FactoryCore

/// Makes the scratch cluster ask one role for its password, although it trusts all others.
public actor PasswordLogin {
    /// A role that may log in only with its password, and do everything then.
    public static let role = "factory_password_only"

    /// The password that it has.
    public static let password = "correct horse"

    public static let shared = PasswordLogin()

    /// How a program logs in as this role from where it cannot enter the folder of the cluster's socket.
    public static let overNetwork = ["PGHOST": "127.0.0.1", "PGUSER": role, "PGPASSWORD": password]

    private var making: Task<Void, any Error>?

    /// Makes the role and the server's rule for it; does nothing when they are there.
    public func prepare() async throws {
        let task = making ?? Task { try await Self.make() }
        making = task
        try await task.value
    }

    private static func make() async throws {
        let cluster = try ScratchCluster.current()
        let connection = try await PostgresConnection.open(cluster.settings(database: "postgres"))
        let known = try await connection.query("SELECT 1 FROM pg_roles WHERE rolname = \(role)") { try $0.int(0) }
        if known.isEmpty {
            try await addRule(connection)
            try await connection.execute("CREATE ROLE \(unsafe: role) SUPERUSER LOGIN PASSWORD '\(unsafe: password)'")
        }
        try await connection.execute("SELECT pg_reload_conf()")
        // The server reads its rules again in its own time.
        try await eventually("the server asks \(role) for a password") { await refusesWithoutPassword(cluster) }
    }

    /// The server itself writes the rule in front of the others in its `pg_hba.conf`, where the first match decides.
    private static func addRule(_ connection: PostgresConnection) async throws {
        let files = try await connection.query("SELECT setting FROM pg_settings WHERE name = 'hba_file'") { row in
            try row.string(0)
        }
        guard let file = files.first else { throw SupportError("The scratch PostgreSQL hides its pg_hba.conf.") }
        let rules = "'local all \(role) scram-sha-256', 'host all \(role) all scram-sha-256'"
        let present = "regexp_split_to_array(regexp_replace(pg_read_file('\(file)'), '[ \\t]+', ' ', 'g'), '\\n')"
        // By way of a table: COPY empties the file before it runs its query.
        try await connection.execute(
            """
            CREATE TEMPORARY TABLE lines AS
            SELECT line, place FROM unnest(ARRAY[\(unsafe: rules)] || \(unsafe: present)) WITH ORDINALITY AS l (line, place)
            """)
        try await connection.execute("COPY (SELECT line FROM lines ORDER BY place) TO '\(unsafe: file)'")
    }

    private static func refusesWithoutPassword(_ cluster: ScratchCluster) async -> Bool {
        var settings = cluster.settings(database: "postgres")
        settings.user = role
        settings.password = "wrong"
        return (try? await PostgresConnection.open(settings)) == nil
    }
}
