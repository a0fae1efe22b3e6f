/// Where the database is and as whom to log in. What is `nil` here is left to libpq: its own environment variables
/// (`PGSSLMODE`, `PGSSLROOTCERT`, …), its password file, its defaults.
public struct ConnectionSettings: Sendable {
    /// The one database of the factory, unless the environment names another.
    public static let defaultDatabase = "photo_factory"

    /// A host name, an address, or the folder of a Unix socket.
    public var host: String?
    /// 1 to 65535; of a socket too.
    public var port: Int?
    /// The role to log in as.
    public var user: String?
    /// Never logged, nor part of any error.
    public var password: String?
    /// The database's name.
    public var database: String
    /// Whether the server refuses every change that is tried over the connection.
    public var isReadOnly = false
    /// Whether the server is to take an index wherever it can, also in a small table: for connections that look up single rows.
    /// Else it reads the whole of a table that is small when a statement is planned, once for each row that is asked for: 512
    /// names among the first 250 took 130 ms, and take 2.
    public var looksUpRows = false

    /// All but the database may be left to libpq.
    public init(
        host: String? = nil, port: Int? = nil, user: String? = nil, password: String? = nil,
        database: String = ConnectionSettings.defaultDatabase
    ) {
        self.host = host
        self.port = port
        self.user = user
        self.password = password
        self.database = database
    }

    /// libpq's keywords with their values.
    func keywords(applicationName: String) -> [(keyword: String, value: String)] {
        let all: [(String, String?)] = [
            ("host", host), ("port", port.map { String($0) }), ("user", user), ("password", password),
            ("dbname", database), ("application_name", applicationName), ("client_encoding", "UTF8"),
            // A server that vanished without a word is noticed after about a minute instead of two hours.
            ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
        ]
        return all.compactMap { keyword, value in value.map { (keyword, $0) } }
    }
}
