/// One privilege on one thing of the database.
struct Grant: Sendable, Hashable, Comparable {
    /// Kinds of things, as `GRANT … ON` calls them.
    enum Kind: String, Sendable {
        case database = "DATABASE"
        case schema = "SCHEMA"
        /// Views as well.
        case table = "TABLE"
        case sequence = "SEQUENCE"
        /// Functions and procedures.
        case routine = "ROUTINE"
    }

    let kind: Kind
    /// As SQL writes it, with its schema, a routine with its arguments; empty for the database, which is the one that the
    /// session is in.
    let object: String
    /// As SQL writes it; nil when all columns are meant, and for what has none.
    let column: String?
    /// As SQL writes it, such as `SELECT`.
    let privilege: String

    init(_ kind: Kind, _ object: String, column: String? = nil, _ privilege: String) {
        (self.kind, self.object, self.column, self.privilege) = (kind, object, column, privilege)
    }

    /// What follows `GRANT` or `REVOKE`: `SELECT (id) ON TABLE public.media_assets`.
    ///
    /// - Parameter database: the name of the database, as SQL writes it.
    func clause(database: String) -> String {
        let columns = column.map { " (\($0))" } ?? ""
        return "\(privilege)\(columns) ON \(kind.rawValue) \(kind == .database ? database : object)"
    }

    static func < (one: Grant, other: Grant) -> Bool {
        one.clause(database: "") < other.clause(database: "")
    }
}
