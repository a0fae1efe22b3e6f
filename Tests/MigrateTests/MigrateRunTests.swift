import FactoryCore
import TestSupport
import Testing

/// The real program.
@Suite("migrate")
struct MigrateRunTests {
    private static let versions = Migration.all.map(\.version)

    @Test("brings a new database up to date, and finds nothing to do the second time")
    func schema() async throws {
        try await withEmptyDatabase { database in
            let all = Self.versions.map { String($0) }.joined(separator: ",")
            for applied in [all, ""] {
                let run = try await ProgramRun.run(.built("migrate"), ["--json"], environment: database.environment)
                #expect(run.exitCode == 0 && run.standardError == "", "\(run.standardError)")
                #expect(
                    run.standardOutput == "{\"version\":\(Self.versions.count),\"applied\":[\(applied)],\"roles\":[]}\n"
                )
            }
            try await Migrator(connection: database.connect()).verify()
        }
    }

    @Test("makes the roles, by flag or by key, and says so in one line")
    func roles() async throws {
        try await withOwnServer { server in
            let database = try await server.makeDatabase("roles")
            try await withTemporaryFolder { folder in
                let logins = try RoleLogins(in: folder.folder("secrets"))
                let names = ServiceRole.allCases.map { "\"\($0.name)\"" }.joined(separator: ",")
                let keys = database.environment.merging(["FACTORY_ROLES": "secrets", "FACTORY_ROOT": folder.path]) {
                    $1
                }
                let byKey = try await ProgramRun.run(.built("migrate"), ["--json"], environment: keys)
                #expect(byKey.exitCode == 0, "\(byKey.standardError)")
                #expect(byKey.standardOutput.hasSuffix("\"roles\":[\(names)]}\n"), "\(byKey.standardOutput)")
                let byFlag = try await ProgramRun.run(
                    .built("migrate"), ["--roles", logins.folder.path], environment: database.environment)
                #expect(byFlag.exitCode == 0)
                #expect(
                    byFlag.standardOutput == """
                        the schema is version \(Self.versions.count): nothing was missing; set passwords and rights of \
                        factory_librarian, factory_monitor, factory_dashboard, factory_cleanup, factory_geocoder, \
                        factory_backup, factory_thumbnailer

                        """)
                for role in ServiceRole.allCases {
                    let connection = try await logins.connect(to: database, as: role)
                    #expect(try await connection.query("SELECT current_user") { try $0.string(0) } == [role.name])
                }
            }
        }
    }

    @Test("changes nothing when a password is missing, and names its file")
    func missingPassword() async throws {
        try await withEmptyDatabase { database in
            try await withTemporaryFolder { folder in
                let logins = try RoleLogins(in: folder)
                try logins.folder.remove("factory_dashboard")
                let run = try await ProgramRun.run(
                    .built("migrate"), ["--roles", folder.path], environment: database.environment)
                #expect(run.exitCode == 2 && run.standardOutput == "")
                #expect(
                    run.standardError == """
                        migrate: FACTORY_ROLES needs the password of factory_dashboard in \(folder.path)/factory_dashboard, which \
                        cannot be read: No such file or directory

                        """)
                let isThere = try await database.connect().query("SELECT to_regnamespace('factory') IS NULL") {
                    try $0.bool(0)
                }
                #expect(isThere == [true])
            }
        }
    }

    @Test("waits for a server that is starting")
    func startingServer() async throws {
        try await withOwnServer { server in
            let database = try await server.makeDatabase("roles")
            try await server.stop()
            try await withRunning(.built("migrate"), environment: database.environment) { migrate in
                try await migrate.waitForLog("waiting for the database: ")
                try await server.start()
                let run = try await migrate.end(within: .seconds(60))
                #expect(run.exitCode == 0 && run.standardOutput.hasPrefix("the schema is version "), "\(run)")
            }
        }
    }

    @Test("is refused to who does not own the schema, in one sentence")
    func otherRole() async throws {
        try await withOwnServer { server in
            let database = try await server.makeDatabase("roles")
            try await withTemporaryFolder { folder in
                let logins = try RoleLogins(in: folder)
                let owner = ["--roles", folder.path]
                #expect(
                    try await ProgramRun.run(.built("migrate"), owner, environment: database.environment).exitCode == 0)
                let run = try await ProgramRun.run(
                    .built("migrate"),
                    environment: database.environment.merging(logins.environment(.librarian)) { $1 })
                #expect(run.exitCode == 2 && run.standardOutput == "")
                #expect(run.standardError.hasPrefix("migrate: the schema belongs to another role "))
                #expect(run.standardError.split(separator: "\n").count == 1)
            }
        }
    }

    @Test("does not know other words")
    func usage() async throws {
        #expect(try await ProgramRun.run(.built("migrate"), ["--never"]).exitCode == 64)
    }
}
