/// Makes the roles of the services, gives them their passwords, and grants them what the document says and nothing else.
public struct RoleSetup: Sendable {
    private let connection: PostgresConnection

    /// - Parameter connection: logged in as a superuser, or as the owner of schema and database with the right to make
    ///   roles.
    public init(connection: PostgresConnection) {
        self.connection = connection
    }

    /// Can be repeated: passwords are set anew, grants that were added by hand go. What others have stays, but what
    /// everybody has on database and schemas, which goes too.
    ///
    /// - Returns: what stays open to everybody, because somebody else owns it: `DATABASE photo_factory`.
    /// - Throws: `DatabaseError`, and `StartupError` when a role owns something, or has what somebody else has granted;
    ///   the first with nothing changed.
    public func apply(_ passwords: RolePasswords) async throws -> [String] {
        try await SchemaLock(connection: connection).whileHeld {
            for role in ServiceRole.allCases { try await checkOwnsNothing(role) }
            let database = try await texts(RolesTable.database).first ?? ""
            let doors = try await connection.query(RolesTable.doors) { (try $0.string(0), try $0.bool(1)) }
            var statements = doors.filter(\.1).map { RolesTable.close($0.0) } + RolesTable.closeTables
            for role in ServiceRole.allCases {
                let verifier = try await connection.verifier(ofPassword: passwords.password(of: role), role: role.name)
                statements += try await plan(role).statements(verifier: verifier, database: database)
            }
            try await connection.transaction(statements)
            for role in ServiceRole.allCases { try await check(role, database: database) }
            return doors.filter { !$0.1 }.map(\.0)
        }
    }

    /// An owner has every right on what is his, whatever was granted.
    private func checkOwnsNothing(_ role: ServiceRole) async throws {
        let owned = try await texts(RolesTable.owned(role))
        guard !owned.isEmpty else { return }
        throw StartupError(
            "the role \(role.name) owns \(owned.joined(separator: ", ")), and so may do anything there: give it to somebody "
                + "else (REASSIGN OWNED BY) first")
    }

    /// A grant of somebody else's cannot be taken by us, and one that we may not give is not given without any error.
    private func check(_ role: ServiceRole, database: String) async throws {
        let plan = try await plan(role)
        guard let first = plan.surplus.first ?? plan.missing.first else { return }
        throw StartupError(
            "the role \(role.name) \(plan.surplus.isEmpty ? "did not get" : "still has") "
                + "\(first.clause(database: database)): only a superuser, or who \(plan.surplus.isEmpty ? "owns it" : "granted it"), "
                + "can change that")
    }

    private func plan(_ role: ServiceRole) async throws -> RolePlan {
        let grants = try await connection.query(RolesTable.grants(role)) { try RolesTable.grant($0) }
        let state = RoleState(
            exists: try await connection.query(RolesTable.exists(role)) { try $0.bool(0) }.first == true,
            surplusAttributes: try await texts(RolesTable.surplusAttributes(role)),
            memberships: try await texts(RolesTable.memberships(role)),
            grants: Set(grants.map(\.grant)), passable: Set(grants.filter(\.isPassable).map(\.grant)))
        return RolePlan(role, wanted: RoleGrants.of(role), state: state)
    }

    private func texts(_ statement: SQL) async throws -> [String] {
        try await connection.query(statement) { try $0.string(0) }
    }
}
