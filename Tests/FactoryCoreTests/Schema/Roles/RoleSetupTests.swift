import FactoryCore
import TestSupport
import Testing

@Suite("The roles are brought to what they should be")
struct RoleSetupTests {
    @Test("What was changed by hand goes at the next run; what others have stays")
    func changedByHand() async throws {
        try await withRoles { site in
            let before = try await GrantCatalogue.read(site.owner)
            try await site.owner.execute(
                unsafeScript: """
                    CREATE ROLE guest; CREATE ROLE "Boss"; CREATE SCHEMA "Own"; CREATE TABLE "Own"."Table" ("Id" integer);
                    GRANT SELECT ON media_assets TO guest; GRANT USAGE ON SCHEMA public TO guest; GRANT factory_cleanup TO guest;
                    GRANT "Boss" TO factory_dashboard;
                    GRANT ALL ON media_assets, factory.vault TO factory_dashboard WITH GRANT OPTION;
                    GRANT SELECT ("Id") ON "Own"."Table" TO factory_dashboard; GRANT CREATE ON SCHEMA public TO factory_dashboard;
                    GRANT UPDATE ON system_status TO factory_dashboard; GRANT EXECUTE ON FUNCTION factory.forget_counters() TO PUBLIC;
                    GRANT SELECT ON factory.intake TO PUBLIC; GRANT CONNECT ON DATABASE roles TO PUBLIC;
                    ALTER ROLE factory_dashboard SUPERUSER CREATEDB NOLOGIN VALID UNTIL '2001-01-01' CONNECTION LIMIT 1;
                    REVOKE SELECT ON factory.counters FROM factory_dashboard;
                    """)
            #expect(try await site.apply() == [])

            let granted = try await GrantCatalogue.read(site.owner)
            #expect(granted.symmetricDifference(before).sorted() == [])
            let rest = try await site.owner.strings(
                """
                SELECT concat_ws(' ', rolsuper, rolcreatedb, rolcanlogin, rolconnlimit,
                    pg_has_role('factory_dashboard', 'Boss', 'MEMBER'),
                    has_column_privilege('factory_dashboard', '"Own"."Table"', 'Id', 'SELECT'),
                    has_table_privilege('guest', 'media_assets', 'SELECT'), has_schema_privilege('guest', 'public', 'USAGE'),
                    pg_has_role('guest', 'factory_cleanup', 'MEMBER'))
                FROM pg_roles WHERE rolname = 'factory_dashboard'
                """)
            #expect(rest == ["f f t 16 f f t t t"])
            #expect(try await !site.refuses("SELECT count(*) FROM factory.counters", to: .dashboard))
        }
    }

    @Test("A password is set anew, and the one before is of no use; none is ever in a statement")
    func passwords() async throws {
        try await withOwnServer { server in
            let database = try await server.makeDatabase("roles")
            try await withTemporaryFolder { folder in
                let owner = try await database.connect()
                try await Migrator(connection: owner).migrate()
                try await server.cluster.settingLogging(database)
                let old = try RoleLogins(in: folder.folder("old"), word: "old secret")
                let new = try RoleLogins(in: folder.folder("new"), word: "new secret")
                for logins in [old, new] {
                    _ = try await RoleSetup(connection: database.connect()).apply(
                        RolePasswords(folder: logins.folder.path))
                    _ = try await logins.connect(to: database, as: .monitor)
                }
                await #expect(throws: DatabaseError.self) { try await old.connect(to: database, as: .monitor) }
                let log = try await server.log()
                #expect(log.contains("PASSWORD 'SCRAM-SHA-256$"), "statements are not logged")
                #expect(!log.contains("secret"))
            }
        }
    }

    @Test("A role that owns something is refused by name, with nothing changed")
    func owner() async throws {
        try await withRoles { site in
            try await site.owner.execute("ALTER TABLE factory.alerts OWNER TO factory_monitor")
            try await site.owner.execute("GRANT SELECT ON factory.vault TO factory_dashboard")
            let error = await #expect(throws: StartupError.self) { try await site.apply() }
            #expect(
                error?.description.hasPrefix("the role factory_monitor owns table factory.alerts, and so may do")
                    == true)
            #expect(try await !site.refuses("SELECT id FROM factory.vault", to: .dashboard))
        }
    }

    @Test("What somebody else has granted is said, for only he can take it")
    func otherGrantor() async throws {
        try await withRoles { site in
            try await site.owner.execute(
                unsafeScript: """
                    CREATE ROLE boss; GRANT SELECT ON factory.vault TO boss WITH GRANT OPTION;
                    GRANT USAGE ON SCHEMA factory TO boss;
                    SET ROLE boss; GRANT SELECT ON factory.vault TO factory_dashboard; RESET ROLE;
                    """)
            let error = await #expect(throws: StartupError.self) { try await site.apply() }
            #expect(
                error?.description.hasPrefix("the role factory_dashboard still has SELECT ON TABLE factory.vault: ")
                    == true,
                "\(error?.description ?? "")")
        }
    }

    @Test("An owner who is no superuser can do it, and says what is not his to close")
    func ordinaryOwner() async throws {
        try await withOwnServer { server in
            let database = try await server.makeDatabase("roles")
            try await withTemporaryFolder { folder in
                let logins = try RoleLogins(in: folder)
                let superuser = try await database.connect()
                try await superuser.execute(
                    unsafeScript: "CREATE ROLE keeper CREATEROLE; ALTER DATABASE roles OWNER TO keeper")
                let keeper = try await database.connect()
                try await keeper.execute("SET SESSION AUTHORIZATION keeper")
                try await Migrator(connection: keeper).migrate()
                for _ in 1...2 {
                    #expect(try await RoleSetup(connection: keeper).apply(RolePasswords(folder: folder.path)) == [])
                }
                let documented = try SchemaDocument.read().grantLines()
                let granted = try await GrantCatalogue.read(superuser)
                #expect(granted.symmetricDifference(documented).sorted() == [])
                _ = try await logins.connect(to: database, as: .librarian)

                try await superuser.execute("ALTER DATABASE roles OWNER TO factory")
                try await superuser.execute(
                    unsafeScript: "GRANT CONNECT ON DATABASE roles TO PUBLIC; ALTER SCHEMA public OWNER TO keeper")
                let open = try await RoleSetup(connection: keeper).apply(RolePasswords(folder: folder.path))
                #expect(open == ["DATABASE roles"])
            }
        }
    }

    @Test("Runs at the same time do not get into each other's way")
    func atOnce() async throws {
        try await withRoles { site in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...4 {
                    group.addTask {
                        let connection = try await site.database.connect()
                        _ = try await RoleSetup(connection: connection).apply(
                            RolePasswords(folder: site.logins.folder.path))
                    }
                }
                try await group.waitForAll()
            }
            _ = try await site.logins.connect(to: site.database, as: .cleanup)
        }
    }
}

extension ScratchCluster {
    /// Lets the server log every statement in the database from the next connection on.
    fileprivate func settingLogging(_ database: ScratchDatabase) async throws {
        try await database.connect().execute("ALTER DATABASE \(unsafe: database.name) SET log_statement TO 'all'")
    }
}
