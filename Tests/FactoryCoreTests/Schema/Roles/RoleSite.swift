import FactoryCore
import TestSupport

/// A server of its own, for roles belong to all of its databases, with a migrated database and the services' roles.
struct RoleSite {
    let database: ScratchDatabase
    let logins: RoleLogins
    /// Logged in as a superuser.
    let owner: PostgresConnection

    /// Makes the roles, or brings them to what they should be.
    @discardableResult
    func apply() async throws -> [String] {
        try await RoleSetup(connection: owner).apply(RolePasswords(folder: logins.folder.path))
    }

    /// Whether a statement is refused to a role for want of a right.
    func refuses(_ statement: SQL, to role: ServiceRole) async throws -> Bool {
        let connection = try await logins.connect(to: database, as: role)
        do {
            try await connection.execute(statement)
            return false
        } catch let error as DatabaseError where error.sqlState?.code == "42501" {
            return true
        }
    }
}

/// Lends a server with the roles.
func withRoles(_ body: (RoleSite) async throws -> Void) async throws {
    try await withOwnServer { server in
        let database = try await server.makeDatabase("roles")
        try await withTemporaryFolder { folder in
            let owner = try await database.connect()
            try await Migrator(connection: owner).migrate()
            let site = try RoleSite(database: database, logins: RoleLogins(in: folder), owner: owner)
            try await site.apply()
            try await body(site)
        }
    }
}
