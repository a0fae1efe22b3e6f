import FactoryCore
import TestSupport
import Testing

/// A factory whose services log in under roles of their own, which `migrate` has made, on a server of its own.
struct RoleFactory {
    let root: TestFolder
    let server: OwnServer
    let database: ScratchDatabase
    let logins: RoleLogins

    /// The factory as the service sees it that logs in as `role`; what a test itself does, it does as the owner.
    func installation(_ role: ServiceRole) throws -> Installation {
        Installation(
            root: root, inbox: try root.folder("Photos_Inbox"), storage: try root.folder("Storage"), database: database,
            login: logins.environment(role))
    }

    /// Brings schema and roles up to date, or a schema alone in another database.
    func migrate(_ database: ScratchDatabase? = nil) async throws {
        let run = try await ProgramRun.run(
            .built("migrate"), ["--roles", logins.folder.path], environment: (database ?? self.database).environment)
        guard run.exitCode == 0 else { throw SupportError("migrate: \(run.exitCode) \(run.standardError)") }
    }

    /// What the server has refused for want of a right, so far.
    func refusals() async throws -> [String] {
        try await server.log().split(separator: "\n").map(String.init).filter { line in
            ["permission denied", "must be owner", "must be superuser", "may not report", "read-only transaction"]
                .contains {
                    line.contains($0)
                }
        }
    }

    /// Runs `statement` as the role.
    ///
    /// - Returns: the server's code, or nil when it took it.
    func code(of statement: SQL, as role: ServiceRole) async throws -> String? {
        do {
            try await logins.connect(to: database, as: role).execute(statement)
            return nil
        } catch let error as DatabaseError {
            return error.sqlState?.code
        }
    }
}

/// Lends such a factory. At its end nothing may have been refused, unless `mayBeRefused`.
///
/// - Parameter certificate: as that of `withOwnServer`.
func withRoleFactory(
    mayBeRefused: Bool = false, certificate: TestFolder? = nil, _ body: (RoleFactory) async throws -> Void
) async throws {
    try await withOwnServer(certificate: certificate) { server in
        let database = try await server.makeDatabase("roles")
        try await withTemporaryFolder { root in
            let factory = RoleFactory(
                root: root, server: server, database: database, logins: try RoleLogins(in: root.folder("secrets")))
            try await factory.migrate()
            try await body(factory)
            if !mayBeRefused { #expect(try await factory.refusals() == []) }
        }
    }
}
