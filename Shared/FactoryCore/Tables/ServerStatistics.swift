/// How the database's server is, asked of the tables that everything else depends on and of the server's own.
public struct ServerStatistics: Sendable, Hashable {
    /// As the server calls it, such as `15.18`.
    public let version: String
    public let databaseBytes: Int
    /// Of all databases of the server, and how many it allows.
    public let connections: Int
    public let maximumConnections: Int
    /// Whether it is a standby, which takes no rows.
    public let isReadOnly: Bool

    public init(version: String, databaseBytes: Int, connections: Int, maximumConnections: Int, isReadOnly: Bool) {
        (self.version, self.databaseBytes) = (version, databaseBytes)
        (self.connections, self.maximumConnections) = (connections, maximumConnections)
        self.isReadOnly = isReadOnly
    }

    /// Answers whether there are tables yet. Asked first, for an error would be in the server's log whenever a new factory
    /// is started.
    public static let hasTables: SQL = "SELECT to_regclass('public.system_status') IS NOT NULL"

    /// Answers one row, which `init(_:)` reads. Reads a real table, which has to be there. Connections are counted as any role
    /// may: which of the server's processes serve others' sessions is hidden from an ordinary one.
    public static let find: SQL = """
        SELECT split_part(current_setting('server_version'), ' ', 1), pg_database_size(current_database()),
            (SELECT sum(numbackends)::integer FROM pg_stat_database),
            current_setting('max_connections')::integer,
            pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean,
            (SELECT count(*) FROM public.system_status)
        """

    public init(_ row: borrowing Row) throws(DatabaseError) {
        self.init(
            version: try row.string(0), databaseBytes: try row.int(1), connections: try row.int(2),
            maximumConnections: try row.int(3), isReadOnly: try row.bool(4))
    }
}
