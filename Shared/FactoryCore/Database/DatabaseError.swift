/// What went wrong between this program and PostgreSQL, and what that means for the caller.
public struct DatabaseError: Error, Sendable, CustomStringConvertible {
    /// What the caller should do about it.
    public enum Consequence: Sendable, Equatable {
        /// The server is away, restarting or busy: the same call may succeed later.
        case retry
        /// The server refuses these values (SQLSTATE class 22 or 23): the row is at fault, not the server.
        case refuseRow
        /// A person has to change something first: a password, a grant, a database's name, a schema.
        case stop
    }

    /// One sentence for a person.
    public let message: String

    /// The server's code, where the server was asked and answered.
    public let sqlState: SQLState?

    /// True when the connection cannot be used any more.
    public let connectionLost: Bool

    /// An error of one sentence; its consequence follows from `sqlState`.
    public init(message: String, sqlState: SQLState?, connectionLost: Bool) {
        self.message = message
        self.sqlState = sqlState
        self.connectionLost = connectionLost
    }

    /// An error of the line between us and the server, not of the server.
    static func lost(_ message: String) -> DatabaseError {
        DatabaseError(message: message, sqlState: nil, connectionLost: true)
    }

    /// What the caller should do, by the server's code; without a code the server was not reached, and may be later.
    public var consequence: Consequence {
        guard let sqlState else { return connectionLost ? .retry : .stop }
        if Self.transientCodes.contains(sqlState.code) || Self.transientClasses.contains(sqlState.errorClass) {
            return .retry
        }
        return Self.rowClasses.contains(sqlState.errorClass) ? .refuseRow : .stop
    }

    /// Whether two transactions were in each other's way and the server ended this one: it may be repeated at once.
    var isCrossing: Bool { sqlState?.errorClass == "40" && !connectionLost }

    public var description: String { message }

    private static let rowClasses: Set<Substring> = ["22", "23"]

    /// Connection trouble, rollbacks by the server, lack of resources, an operator at work, a disk error.
    private static let transientClasses: Set<Substring> = ["08", "40", "53", "57", "58"]

    /// A lock that was not to be had in time.
    private static let transientCodes: Set<String> = ["55P03"]
}
